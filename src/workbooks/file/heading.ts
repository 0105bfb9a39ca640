import type { Column } from '../sheet.ts';

/** A heading as written; the star marks what must be filled in and is left out again when reading. */
export const headingOf = ({ heading, required }: Column): string =>
  required === true ? `${heading} *` : heading;

/** As headings are compared: without star, case, accents and double spaces, which officers and programs change. */
export const plainHeading = (heading: string): string =>
  heading
    .replace(/\*\s*$/, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
