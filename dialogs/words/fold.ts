import { kept } from './kept.ts';

/** Lower case without diacritics, one space between words: "Chưa  Đăng ký!" → "chua dang ky". */
export const fold = kept((text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

export const wordsOf = kept((text): readonly string[] => fold(text).split(' ').filter(Boolean));

interface Words {
  readonly folded: readonly string[];
  readonly accented: readonly string[];
}

/** Words in lower case with their accents, for telling "ba" from "bà". */
export const accentedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The words of a label or wording of the knowledge. */
export const wordsOfWording = kept(
  (wording): Words => ({ folded: wordsOf(wording), accented: accentedWords(wording) }),
  20_000,
);
