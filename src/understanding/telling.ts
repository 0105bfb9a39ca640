import type { LabelledDocument } from './linear.ts';
import type { Model } from './model.ts';
import type { National } from './national/open.ts';
import type { Word } from './text.ts';

/**
 * How much a folded word tells topics apart, 0–1: a word that most topics are asked with ("làm", "giấy", "bao nhiêu")
 * tells nothing. Sorted, for the same bytes from the same data.
 */
export function tellingOf(documents: readonly LabelledDocument[]): [word: string, tells: number][] {
  const topics = new Map<string, Set<string>>();
  for (const { label, words } of documents)
    for (const { folded } of words) topics.set(folded, (topics.get(folded) ?? new Set<string>()).add(label));
  const all = Math.log(new Set(documents.map(({ label }) => label)).size + 1);
  return [...topics]
    .map(([word, { size }]): [string, number] => [word, Math.round(1e3 * (1 - Math.log(size) / all)) / 1e3])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** Rare enough in the national list to name one thing. */
const RARE = 6;
/** Words that neither knows: names, slips, other matters. */
const STRANGE = 0.6;
/** Less than this is nothing. */
const LEAST = 0.2;

export function openTelling(
  { words, tells }: Model['telling'],
  national: National,
): (folded: string) => number {
  const { table, heads } = national;
  const byId = new Float32Array(table.list.length).fill(-1);
  words.forEach((id, k) => (byId[id] = (tells[k] ?? 0) / 1e3));
  // All there is to know of a word of ours, worked out once.
  table.list.forEach((word, id) => {
    const named = (heads[id + 1] ?? 0) > (heads[id] ?? 0);
    const there = named ? Math.min(1, (national.idf[id] ?? 0) / RARE) : null;
    const own = byId[id] ?? -1;
    const here = own < 0 ? null : own;
    const both = Math.min(there ?? here ?? STRANGE, here ?? there ?? STRANGE);
    byId[id] = both < LEAST || /\d/u.test(word) ? 0 : both;
  });
  return (folded) => {
    const id = table.ids.get(folded);
    if (id !== undefined) return byId[id] ?? 0;
    return /\d/u.test(folded) ? 0 : STRANGE;
  };
}

/** Share of what the words tell that `explains` holds for, 0–1; 0 where they tell nothing. */
export function explainedBy(
  words: readonly Word[],
  tells: (folded: string) => number,
  explains: (word: Word) => boolean,
): number {
  let all = 0;
  let explained = 0;
  const seen = new Set<string>();
  for (const word of words) {
    if (seen.has(word.folded)) continue;
    seen.add(word.folded);
    const own = tells(word.folded);
    all += own;
    if (own > 0 && explains(word)) explained += own;
  }
  return all === 0 ? 0 : explained / all;
}
