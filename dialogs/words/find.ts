import type { Heard } from './heard.ts';
import { likely } from './likely.ts';
import type { Part, Pattern, Sound } from './pattern.ts';

/** Words that `..` may stand for. */
const GAP = 3;

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** Where a pattern is heard first, from a place on; null: nowhere. `deaf`: places of words that count for nothing. */
export function find(
  { parts, first }: Pattern,
  words: readonly Heard[],
  deaf: ReadonlySet<number> = NONE,
  begin = 0,
): Found | null {
  for (let from = begin; from < words.length; from += 1) {
    const word = words[from];
    if (word === undefined || !(first.has(word.folded) || word.or.length > 0)) continue;
    const to = endOf(parts, 0, words, from, deaf);
    if (to !== null) return { from, to };
  }
  return null;
}

const NONE: ReadonlySet<number> = new Set();

export const isHeard = (
  all: readonly Pattern[],
  words: readonly Heard[],
  deaf: ReadonlySet<number> = NONE,
): boolean => likely(all, words).some((one) => find(one, words, deaf) !== null);

/** The places of all words that patterns take up, gaps included. */
export function taken(all: readonly Pattern[], words: readonly Heard[]): Set<number> {
  const places = new Set<number>();
  for (const one of likely(all, words))
    for (let at = 0; at < words.length; at += 1) {
      const found = find(one, words, NONE, at);
      if (found === null) break;
      for (let i = found.from; i < found.to; i += 1) places.add(i);
      at = found.from;
    }
  return places;
}

/** Where the rest of the parts ends when it begins at a place; a gap does not reach over the end of a sentence. */
function endOf(
  parts: readonly Part[],
  part: number,
  words: readonly Heard[],
  at: number,
  deaf: ReadonlySet<number>,
): number | null {
  const here = parts[part];
  if (here === undefined) return at;
  for (let skipped = 0; skipped <= (here.gap ? GAP : 0); skipped += 1) {
    const start = at + skipped;
    if (part > 0 && words[start]?.opens === true) return null;
    for (const phrase of here.phrases) {
      if (!says(phrase, words, start, deaf)) continue;
      const end = endOf(parts, part + 1, words, start + phrase.length, deaf);
      if (end !== null) return end;
    }
  }
  return null;
}

function says(
  phrase: readonly Sound[],
  words: readonly Heard[],
  start: number,
  deaf: ReadonlySet<number>,
): boolean {
  // Plain loops: a turn comes here some thousand times.
  for (let i = 0; i < phrase.length; i += 1) {
    const [sound, word] = [phrase[i], words[start + i]];
    if (sound === undefined || word === undefined || (i > 0 && word.opens)) return false;
    if (!sounds(word, sound) || deaf.has(start + i)) return false;
  }
  return true;
}

/** A word typed without diacritics stands for any; one typed with them only for itself. */
const sounds = (word: Heard, sound: Sound): boolean =>
  word.exact === sound.exact ||
  (!sound.only && word.folded === sound.folded && word.exact === word.folded) ||
  (word.or.length > 0 && word.or.some((other) => sounds(other, sound)));
