/**
 * A spreadsheet takes a cell that begins so for a formula. An apostrophe before it makes it a text; reading takes one
 * away again. Any number of apostrophes of our own before such a sign gets one more, so that nothing is lost.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** For CSV and XLSX alike: officers save one as the other. */
export const neutralise = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

export const undo = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
