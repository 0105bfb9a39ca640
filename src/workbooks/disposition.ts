/** To be saved under a plain name: ASCII letters, digits, dots and hyphens alone. */
export const contentDisposition = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`;
