import type { Chance } from './random.ts';

/** The same words without diacritics, as on a keyboard without Vietnamese. */
export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** One slip of a thumb: a letter left out, doubled, or two swapped, inside a word of four letters or more. */
export function withSlip(text: string, chance: Chance): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) =>
    lettersOf(word).length >= 4 && /^\p{L}+$/u.test(word) ? [index] : [],
  );
  const at = chance.pick(long);
  if (at === undefined) return text;
  const letters = lettersOf(words[at] ?? '');
  const position = 1 + Math.floor(chance.next() * (letters.length - 2));
  const kind = chance.pick(['leave-out', 'double', 'swap'] as const);
  if (kind === 'leave-out') letters.splice(position, 1);
  else if (kind === 'double') letters.splice(position, 0, letters[position] ?? '');
  else letters.splice(position, 2, letters[position + 1] ?? '', letters[position] ?? '');
  words[at] = letters.join('');
  return words.join(' ');
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

const lettersOf = (word: string): string[] => Array.from(graphemes.segment(word), ({ segment }) => segment);
