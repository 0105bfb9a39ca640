/** The one that the server put into this page for its styles; undefined where it is served without. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/**
 * A few helpers of the components (dialogs that hold the page still, measuring scrollbars) make style elements without
 * the nonce they were given. Only our own scripts run here, so every style element they make may have it.
 */
if (nonce !== undefined && nonce !== '') {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
