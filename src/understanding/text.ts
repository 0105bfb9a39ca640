import { kept } from './kept.ts';

/** No message is read beyond this many UTF-16 units, no word beyond that many: any input costs bounded time. */
const MAX_TEXT = 4000;
const MAX_WORD = 40;
const MAX_WORDS = 400;

export interface Word {
  /** Lower case, NFC, tone mark in the old position ("hòa"). */
  readonly word: string;
  /** Without diacritics. */
  readonly folded: string;
  /** As it stands in the message, or in the word that it was repaired from. */
  readonly said: string;
  /** A sentence or line ends before it. */
  readonly opens: boolean;
  /** Here begins a way of saying something that has several; its name. */
  readonly group?: string;
  /** Runs of its letters, for languages whose words have endings; syllables have none. */
  readonly grams?: readonly string[];
}

const PIECES = /[\p{L}\p{N}\p{M}]+|[.?!;\n,]/gu;

/** Cuts a message into words. Punctuation, emoji and control characters only separate. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let opens = true;
  for (const [piece] of text.slice(0, MAX_TEXT).toWellFormed().normalize('NFC').matchAll(PIECES)) {
    if (isMark(piece)) {
      opens ||= piece !== ',';
      continue;
    }
    const said = piece.slice(0, MAX_WORD);
    const made = aWord(said, said, opens);
    if (made.folded === '') continue;
    found.push(made);
    opens = false;
    if (found.length === MAX_WORDS) break;
  }
  return found;
}

export function aWord(text: string, said: string = text, opens = false): Word {
  return { ...spellingOf(text), said, opens };
}

/** The language has some seven thousand syllables, and messages are made of them. */
const spellingOf = kept(10_000, (text: string): Pick<Word, 'word' | 'folded'> => {
  const word = oneSpelling(text.toLowerCase().normalize('NFC'));
  return { word, folded: fold(word) };
});

/** Lower case without diacritics; đ becomes d. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

/** The folded words of a phrase joined by single spaces: the key of every lookup by wording. */
export const foldedPhrase = (text: string): string =>
  words(text)
    .map(({ folded }) => folded)
    .join(' ');

const isMark = (piece: string): boolean => piece.length === 1 && '.?!;\n,'.includes(piece);

const TONES = '\u0300\u0301\u0303\u0309\u0323';

/** "hoà" and "hòa", "thuý" and "thúy", "kí" and "ký" become one. */
function oneSpelling(word: string): string {
  const last = word.at(-1);
  const before = word.at(-2);
  if (last === undefined || before === undefined) return word;
  const [base = '', mark = '', ...more] = last.normalize('NFD');
  const plain = more.length === 0 && (mark === '' || TONES.includes(mark));
  if (!plain) return word;
  const head = word.slice(0, -2);
  const opens =
    (before === 'o' && (base === 'a' || base === 'e')) ||
    (before === 'u' && base === 'y' && !head.endsWith('q'));
  if (opens && mark !== '') return head + (before + mark).normalize('NFC') + base;
  const iForY =
    base === 'i' &&
    (word.length === 2 ? before === 'k' || before === 'l' : word.length === 3 && head + before === 'qu');
  return iForY ? word.slice(0, -1) + ('y' + mark).normalize('NFC') : word;
}
