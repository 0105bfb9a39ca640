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
  readonly group?: string | undefined;
  /** Runs of its letters, for languages whose words have endings; syllables have none. */
  readonly grams?: readonly string[] | undefined;
  /** Ids in a model of the word, the folded word and the group; -1: the model has none. Absent: not looked up. */
  readonly ids?: WordIds | undefined;
}

export interface WordIds {
  readonly word: number;
  readonly folded: number;
  readonly group: number;
}

/** Cuts a message into words. Punctuation, emoji and control characters only separate. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  const read = text.slice(0, MAX_TEXT).toWellFormed().normalize('NFC');
  let opens = true;
  for (let at = 0; at < read.length && found.length < MAX_WORDS;) {
    const kind = kindAt(read, at);
    if (kind !== LETTER) {
      opens ||= kind === ENDS;
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < read.length && kindAt(read, end) === LETTER) end += 1;
    const said = read.slice(at, Math.min(end, at + MAX_WORD));
    at = end;
    const made = aWord(said, said, opens);
    if (made.folded === '') continue;
    found.push(made);
    opens = false;
  }
  return found;
}

const OTHER = 0;
const LETTER = 1;
const ENDS = 2;
const LETTERS = /[\p{L}\p{N}\p{M}]/u;

/** What Vietnamese is written with, told once; the rest of Unicode is asked about when it comes. */
const kinds = Uint8Array.from({ length: 0x2000 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if ('.?!;\n'.includes(character)) return ENDS;
  return LETTERS.test(character) ? LETTER : OTHER;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < kinds.length) return kinds[code] ?? OTHER;
  // The second half of a letter beyond 16 bits belongs to the first.
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return kindOf(String.fromCodePoint(text.codePointAt(from) ?? 0));
}

export function aWord(text: string, said: string = text, opens = false): Word {
  const { word, folded } = spellingOf(text);
  return { word, folded, said, opens, group: undefined, grams: undefined, ids: undefined };
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
