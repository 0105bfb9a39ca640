/** Lower case without diacritics, one space between words: "Chưa  Đăng ký!" → "chua dang ky". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);

interface Words {
  readonly folded: readonly string[];
  readonly accented: readonly string[];
}

/** More than all labels and wordings of a release; what residents write never comes here. */
const MOST = 20_000;
const known = new Map<string, Words>();

/** The words of a label or wording of the knowledge, read once and kept. */
export function wordsOfWording(wording: string): Words {
  let words = known.get(wording);
  if (words === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(wording, (words = { folded: wordsOf(wording), accented: accentedWords(wording) }));
  }
  return words;
}

/** Words in lower case with their accents, for telling "ba" from "bà". */
export const accentedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
