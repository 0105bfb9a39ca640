/**
 * Numbers that are nobody's: they must stay readable. Folded text in, the same text with their digits blanked out.
 * Every pattern is bounded and starts at a word, so the time is linear in the length.
 */
const patterns: readonly RegExp[] = [
  // Dossier codes: H19.12-261122-0001, 000.00.12.H19-261122-0001.
  /(?<![a-z\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?:\.\d{1,4}){0,4}-\d{6}-\d{3,6}(?!\d)/g,
  // Procedure codes: 1.001193, 1.001193.000.00.00.H19.
  /(?<![a-z\d.])\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}(?:\.h\d{2})?)?(?![\d])/g,
  // Hotlines: 1900.0368, 1800 1234, 0251.1022, 0251 1022.
  /(?<!\d)1[89]00[ .-]?\d{2}[ .-]?\d{2}(?:\d{2})?(?!\d)/g,
  /(?<!\d)02\d{1,2}[ .-]?1022(?!\d)/g,
  // Dates: 22/11/2026, 22-11-2026, 22.11.2026, 2026-11-22.
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}([/.-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  // Amounts: with their unit, or grouped by thousands and round.
  /(?<![\d.])[1-9]\d{0,2}(?:[.,]\d{3}){1,4} ?(?:d|dong|vnd)(?![a-z\d])/g,
  /(?<![\d.])[1-9]\d{3,11} ?(?:d|dong|vnd)(?![a-z\d])/g,
  /(?<![\d.])[1-9]\d{0,5} ?(?:k|nghin|ngan|trieu|tr|ty)(?![a-z\d])/g,
  /(?<![\d.])[1-9]\d{0,2}(?:[.,]\d{3}){0,3}[.,]000(?![\d.])/g,
];

export function blankPublicNumbers(folded: string): string {
  // Every pattern holds a digit, most messages hold none.
  if (!/\d/.test(folded)) return folded;
  return patterns.reduce((text, pattern) => text.replace(pattern, blank), folded);
}

const blank = (found: string): string => found.replace(/\d/g, 'x');
