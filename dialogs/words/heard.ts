import { kept } from './kept.ts';

/** A word of a message as patterns hear it. */
export interface Heard {
  readonly folded: string;
  /** Letters with their marks, the tone last: "hoà" and "hòa" are one. */
  readonly exact: string;
  /** A sentence ends after the word before it. */
  readonly opens: boolean;
  /** What a short form may stand for. */
  readonly or: readonly Heard[];
}

type Short = Readonly<Record<string, readonly string[]>>;

/** No message is heard beyond this many words: any input costs bounded time. */
const MOST = 400;
const TEXT = 4000;
const PIECES = /[\p{L}\p{M}\p{N}]+|[.?!;\n]/gu;

/** Cuts a message into words, sentence ends kept as marks; drawn-out letters ("cháyyy") are shortened. */
export function hear(text: string, short: Short = NO_SHORT): readonly Heard[] {
  let reader = readers.get(short);
  if (reader === undefined) readers.set(short, (reader = kept((said) => hearAnew(said, short), 256)));
  return reader(text);
}

const NO_SHORT: Short = {};
/** One for each list of short forms: those of a release live as long as it does. */
const readers = new WeakMap<Short, (text: string) => readonly Heard[]>();

function hearAnew(text: string, short: Short): readonly Heard[] {
  const heard: Heard[] = [];
  let opens = true;
  for (const [piece] of text.slice(0, TEXT).toWellFormed().normalize('NFC').toLowerCase().matchAll(PIECES)) {
    if (/^[.?!;\n]$/.test(piece)) {
      opens = true;
      continue;
    }
    const word = piece.replace(/(\p{L})\1{2,}/gu, '$1');
    const or = Object.hasOwn(short, word) ? (short[word] ?? []) : [];
    heard.push(
      wordOf(
        word,
        opens,
        or.map((other) => wordOf(other, opens)),
      ),
    );
    opens = false;
    if (heard.length === MOST) break;
  }
  return heard;
}

function wordOf(word: string, opens: boolean, or: readonly Heard[] = []): Heard {
  const { folded, exact } = spelt(word);
  return { folded, exact, opens, or };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Both spellings of one word. The same few thousand words come again and again. */
export const spelt = kept((word): { readonly folded: string; readonly exact: string } => {
  const parts = word.normalize('NFD').toLowerCase().replaceAll('đ', 'd\u0335');
  const tones = parts.match(TONES)?.join('') ?? '';
  return { folded: parts.replace(/\p{M}+/gu, ''), exact: parts.replace(TONES, '') + tones };
}, 8192);
