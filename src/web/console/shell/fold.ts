/** Lower case without diacritics: as people type when they search. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

export const foldedIncludes = (text: string, typed: string): boolean =>
  folded(text).includes(folded(typed.trim()));
