import { kept } from './kept.ts';

/** A word of a message as patterns hear it. */
export interface Heard {
  /** In lower case. */
  readonly said: string;
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
  if (short === NO_SHORT) return plainly(text);
  let reader = readers.get(short);
  if (reader === undefined)
    readers.set(short, (reader = kept((said) => withShort(plainly(said), short), 256)));
  return reader(text);
}

const NO_SHORT: Short = {};
/** One for each list of short forms: those of a release live as long as it does. */
const readers = new WeakMap<Short, (text: string) => readonly Heard[]>();

const DRAWN = /(\p{L})\1{2,}/gu;
const ENDS = '.?!;\n';

const plainly = kept((text): readonly Heard[] => {
  const heard: Heard[] = [];
  let opens = true;
  const lower = text.slice(0, TEXT).toWellFormed().normalize('NFC').toLowerCase();
  for (const said of lower.replace(DRAWN, '$1').match(PIECES) ?? []) {
    if (ENDS.includes(said)) {
      opens = true;
      continue;
    }
    heard.push(wordOf(said, opens));
    opens = false;
    if (heard.length === MOST) break;
  }
  return heard;
}, 256);

/** The same words where none of them is a short form. */
function withShort(words: readonly Heard[], short: Short): readonly Heard[] {
  if (!words.some(({ said }) => Object.hasOwn(short, said))) return words;
  return words.map(({ said, folded, exact, opens }): Heard => {
    const others = Object.hasOwn(short, said) ? (short[said] ?? []) : [];
    const or = others.map((other) => wordOf(other, opens));
    return { said, folded, exact, opens, or };
  });
}

function wordOf(said: string, opens: boolean): Heard {
  const { folded, exact } = spelt(said);
  return { said, folded, exact, opens, or: [] };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Both spellings of one word. The same few thousand words come again and again. */
export const spelt = kept((word): { readonly folded: string; readonly exact: string } => {
  const parts = word.normalize('NFD').toLowerCase().replaceAll('đ', 'd\u0335');
  const tones = parts.match(TONES)?.join('') ?? '';
  return { folded: parts.replace(/\p{M}+/gu, ''), exact: parts.replace(TONES, '') + tones };
}, 8192);
