import { randomFrom } from '#understanding/random.ts';
import type { Row } from './rows.ts';

type Roughen = (text: string, random: () => number) => string;

/**
 * The same messages as hurried thumbs send them; seeded, so that figures can be compared. `only`: these slices;
 * absent: all.
 */
export function slicesOf(rows: readonly Row[], only?: ReadonlySet<string>): Row[] {
  return Object.entries(ways).flatMap(([slice, roughen], way) =>
    only?.has(slice) === false
      ? []
      : rows.map((row, i) => ({ ...row, slice, text: roughen(row.text, randomFrom(1000 * way + i)) })),
  );
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const NEIGHBOURS = 'qwertyuiop|asdfghjkl|zxcvbnm'.split('|');

/** One slip in a word of at least three letters: a neighbour key, a letter left out, doubled, or swapped. */
export const oneSlip: Roughen = (text, random) => {
  const words = text.split(' ');
  const long = words.flatMap((word, i) => (word.length >= 3 ? [i] : []));
  const at = long[Math.floor(random() * long.length)];
  if (at === undefined) return text;
  const word = Array.from(words[at] ?? '');
  const i = 1 + Math.floor(random() * (word.length - 1));
  const letter = word[i] ?? '';
  const kind = Math.floor(random() * 4);
  if (kind === 0) word.splice(i, 1);
  else if (kind === 1) word.splice(i, 0, letter);
  else if (kind === 2) word.splice(i - 1, 2, letter, word[i - 1] ?? '');
  else word[i] = neighbour(plain(letter).toLowerCase(), random);
  words[at] = word.join('');
  return words.join(' ');
};

function neighbour(letter: string, random: () => number): string {
  const line = NEIGHBOURS.find((keys) => keys.includes(letter));
  if (line === undefined) return letter;
  const at = line.indexOf(letter) + (random() < 0.5 ? -1 : 1);
  return line[at] ?? letter;
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/không/gu, 'ko'],
  [/được/gu, 'đc'],
  [/đăng ký/gu, 'đk'],
  [/gì/gu, 'j'],
  [/rồi/gu, 'r'],
  [/vậy/gu, 'z'],
  [/mình/gu, 'mk'],
  [/giấy tờ/gu, 'gtờ'],
  [/hồ sơ/gu, 'hs'],
  [/bao nhiêu/gu, 'bn'],
  [/mới/gu, 'ms'],
  [/với/gu, 'vs'],
  [/người/gu, 'ng'],
  [/cũng/gu, 'cx'],
  [/nhưng/gu, 'nhg'],
];

const teencode: Roughen = (text) =>
  SHORT.reduce((out, [from, to]) => out.replace(from, to), text.toLowerCase());

const TELEX = new Map([
  ['\u0301', 's'],
  ['\u0300', 'f'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
]);
const VNI = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
]);

/** Keys as they were pressed, tone last in the word. */
const keys =
  (tones: ReadonlyMap<string, string>, letter: (base: string, mark: string) => string): Roughen =>
  (text) =>
    text
      .toLowerCase()
      .split(' ')
      .map((word) => {
        let tone = '';
        const out = Array.from(word, (char) => {
          if (char === 'đ') return letter('d', '\u0335');
          const [base = '', ...marks] = char.normalize('NFD');
          let typed = base;
          for (const mark of marks) {
            const key = tones.get(mark);
            if (key === undefined) typed = letter(base, mark);
            else tone = key;
          }
          return typed;
        });
        const [head, tail] = splitTail(out.join(''));
        return head + tone + tail;
      })
      .join(' ');

const splitTail = (word: string): [string, string] => {
  const end = /[^\p{L}\p{N}]*$/u.exec(word)?.[0].length ?? 0;
  return [word.slice(0, word.length - end), word.slice(word.length - end)];
};

const telexLetter = (base: string, mark: string): string =>
  base + (mark === '\u0302' || mark === '\u0335' ? base : 'w');
const vniLetter = (base: string, mark: string): string =>
  base + (mark === '\u0302' ? '6' : mark === '\u031b' ? '7' : mark === '\u0306' ? '8' : '9');

const stretch: Roughen = (text, random) => {
  const words = text.split(' ');
  const at = Math.floor(random() * words.length);
  const word = words[at] ?? '';
  return [...words.slice(0, at), word + (word.at(-1) ?? '').repeat(3), ...words.slice(at + 1)].join(' ');
};

const ways: Readonly<Record<string, Roughen>> = {
  'no diacritics': plain,
  'one typo': oneSlip,
  'two typos': (text, random) => oneSlip(oneSlip(text, random), random),
  'typo, no diacritics': (text, random) => oneSlip(plain(text), random),
  teencode,
  telex: keys(TELEX, telexLetter),
  vni: keys(VNI, vniLetter),
  'long letters': stretch,
};
