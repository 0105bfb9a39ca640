import { withinOne, withoutOne } from '../slips.ts';

/** A word with one letter left out -> the words it may come from. */
export type Near = ReadonlyMap<string, readonly string[]>;

export function openNear(words: readonly string[]): Near {
  const deletions = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 2 || /\d/u.test(word)) continue;
    for (const key of new Set([word, ...withoutOne(word)])) {
      const list = deletions.get(key);
      if (list === undefined) deletions.set(key, [word]);
      else list.push(word);
    }
  }
  return deletions;
}

/** Words of the list one slip of the finger away. */
export function near(deletions: Near, word: string): string[] {
  if (word.length < 3 || word.length > 20) return [];
  const found = new Set<string>();
  for (const key of [word, ...withoutOne(word)])
    for (const candidate of deletions.get(key) ?? []) if (withinOne(word, candidate)) found.add(candidate);
  return [...found];
}
