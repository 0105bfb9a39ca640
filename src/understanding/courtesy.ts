import type { Lexicon } from './lexicon.ts';
import { standsAt } from './phrases.ts';
import type { Word } from './text.ts';

type ByWord = ReadonlyMap<string, readonly (readonly Word[])[]>;

/** What stands around a question out of politeness: "cho tôi hỏi … vậy ạ". It tells no topic from another. */
export interface Courtesies {
  /** By their first folded word, the longest first. */
  readonly before: ByWord;
  /** By their last. */
  readonly after: ByWord;
}

export function openCourtesies(
  courtesies: Lexicon['courtesies'],
  read: (text: string) => Word[],
): Courtesies {
  return {
    before: byWord(courtesies?.before ?? [], read, 0),
    after: byWord(courtesies?.after ?? [], read, -1),
  };
}

function byWord(phrases: readonly string[], read: (text: string) => Word[], place: 0 | -1): ByWord {
  const found = new Map<string, (readonly Word[])[]>();
  const longestFirst = phrases.map(read).sort((a, b) => b.length - a.length);
  for (const phrase of longestFirst) {
    const key = phrase.at(place)?.folded ?? '';
    found.set(key, [...(found.get(key) ?? []), phrase]);
  }
  return found;
}

/** Fewer words than these are left whole: a greeting is all that such a message says. */
const LEAST = 2;

/** The message without the politeness at its two ends; the same array where there is none. */
export function withoutCourtesy(words: readonly Word[], { before, after }: Courtesies): readonly Word[] {
  let from = 0;
  let to = words.length;
  for (let length = -1; length !== to - from;) {
    length = to - from;
    const first = before
      .get(words[from]?.folded ?? '')
      ?.find((phrase) => length - phrase.length >= LEAST && standsAt(words, from, phrase));
    from += first?.length ?? 0;
    const last = after
      .get(words[to - 1]?.folded ?? '')
      ?.find((phrase) => to - from - phrase.length >= LEAST && standsAt(words, to - phrase.length, phrase));
    to -= last?.length ?? 0;
  }
  return from === 0 && to === words.length ? words : words.slice(from, to);
}
