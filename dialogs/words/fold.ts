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

/** Words in lower case with their accents, for telling "ba" from "bà". */
export const accentedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
