import type { Heard } from './heard.ts';
import type { Pattern, Sound } from './pattern.ts';

/**
 * The patterns of a list that a message may hold, so that only these are looked for word by word: each stands under
 * the words of its part that fewest others share, and of every part some phrase must be among her words.
 */
export function likely(all: readonly Pattern[], words: readonly Heard[]): readonly Pattern[] {
  let index = indexes.get(all);
  if (index === undefined) indexes.set(all, (index = indexOf(all)));
  return possible(index, words);
}

/** The same for lists that are asked of one message after another: one look at each of her words for all of them. */
export function together(
  lists: readonly (readonly Pattern[])[],
): (words: readonly Heard[]) => (list: readonly Pattern[]) => readonly Pattern[] {
  const index = indexOf(lists.flat());
  const listOf = new Map(lists.flatMap((list) => list.map((one) => [one, list] as const)));
  return (words) => {
    const found = Map.groupBy(possible(index, words), (one) => listOf.get(one));
    return (list) => found.get(list) ?? [];
  };
}

function possible(index: Index, words: readonly Heard[]): readonly Pattern[] {
  const said = saidIn(words);
  const found: Pattern[] = [];
  for (const word of said)
    for (const one of index.get(word) ?? [])
      if (isPossible(one, said) && !found.includes(one)) found.push(one);
  return found;
}

type Index = ReadonlyMap<string, readonly Pattern[]>;
const indexes = new WeakMap<readonly Pattern[], Index>();

function indexOf(all: readonly Pattern[]): Index {
  const shared = new Map<string, number>();
  for (const one of all)
    for (const word of new Set(
      one.parts.flatMap(({ phrases }) => phrases.flat()).map(({ folded }) => folded),
    ))
      shared.set(word, (shared.get(word) ?? 0) + 1);
  const index = new Map<string, Pattern[]>();
  for (const one of all)
    for (const word of keysOf(one, (word) => shared.get(word) ?? 0))
      index.set(word, [...(index.get(word) ?? []), one]);
  return index;
}

/** Words of which one must be said where a pattern is heard: of each phrase of one part the word that fewest share. */
function keysOf({ parts }: Pattern, sharedBy: (word: string) => number): ReadonlySet<string> {
  const byPart = parts.map(({ phrases }) => {
    const keys = new Set(
      phrases.flatMap((phrase) => {
        const [rarest] = phrase.map(({ folded }) => folded).toSorted((a, b) => sharedBy(a) - sharedBy(b));
        return rarest ?? [];
      }),
    );
    return { keys, shared: [...keys].reduce((sum, word) => sum + sharedBy(word), 0) };
  });
  return byPart.toSorted((a, b) => a.shared - b.shared)[0]?.keys ?? new Set();
}

/** Plain loops: a turn comes here some hundred times. */
function isPossible({ parts }: Pattern, said: ReadonlySet<string>): boolean {
  for (const { phrases } of parts) {
    let some = false;
    for (const phrase of phrases) if ((some = areSaid(phrase, said))) break;
    if (!some) return false;
  }
  return true;
}

function areSaid(phrase: readonly Sound[], said: ReadonlySet<string>): boolean {
  for (const { folded } of phrase) if (!said.has(folded)) return false;
  return true;
}

const heard = new WeakMap<readonly Heard[], ReadonlySet<string>>();

/** Her words without diacritics, and what short forms among them may stand for. */
function saidIn(words: readonly Heard[]): ReadonlySet<string> {
  const before = heard.get(words);
  if (before !== undefined) return before;
  const said = new Set<string>();
  const add = ({ folded, or }: Heard): void => {
    said.add(folded);
    or.forEach(add);
  };
  words.forEach(add);
  heard.set(words, said);
  return said;
}
