/** Heard by widget.ts on the page around the frame. Nothing of the conversation is in it. */
const CLOSE = 'nop-ho-so:close';

/** In a portal's frame Esc closes the frame, where no dialog of ours takes it first. */
export function closeFrame(): void {
  if (window.parent === window) return;
  document.addEventListener('keydown', (event) => {
    const busy =
      event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null;
    // To whoever frames us: the list of sites that may is the server's.
    if (event.key === 'Escape' && !busy) window.parent.postMessage(CLOSE, '*');
  });
}
