const letter = new Map<string, string>([
  ['đ', 'd'],
  ['Đ', 'd'],
]);

function foldLetter(char: string): string {
  if (char < '\u0080') return char.toLowerCase();
  const known = letter.get(char);
  if (known !== undefined) return known;
  // One unit for one unit: places in the folded text are places in the text.
  const folded = char.normalize('NFKD').charAt(0).toLowerCase().charAt(0);
  letter.set(char, folded);
  return folded;
}

/** Lower case without diacritics, one character for each of the text (which must be NFC). */
export function foldInPlace(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldLetter(text.charAt(at));
  return folded;
}
