/**
 * Whether two names mean the same paper. Ours are plain words for residents, theirs the words of a law, so what
 * counts is how many of the shorter one's telling words stand in the other. A help for a person who compares:
 * nothing is told or written because two names look alike.
 */
export function likeness(ours: string, theirs: string): number {
  const [a, b] = [tellingWords(ours), tellingWords(theirs)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : shared / shorter;
}

/** Enough to be shown as one paper. */
export const ALIKE = 0.5;

/** Words that stand in the name of almost every paper. */
const COMMON = new Set(
  'va cua cac theo mau so ban giay to van nguoi duoc trong truong hop hoac neu co cho khi tai la do voi cap ve mot phai nop kem de yeu cau quy dinh chinh sao don tren nay nhu thi khong anh chi'.split(
    ' ',
  ),
);

function tellingWords(name: string): Set<string> {
  const all = foldWords(name);
  const telling = all.filter((word) => !COMMON.has(word) && word.length > 1);
  return new Set(telling.length > 0 ? telling : all);
}

/** Lower-case words without diacritics. */
export const foldWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
