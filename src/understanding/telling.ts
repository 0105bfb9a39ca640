import type { LabelledDocument } from './linear.ts';
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
  topics: ReadonlyMap<string, number>,
  national: National,
): (folded: string) => number {
  return (folded) => {
    if (/\d/u.test(folded)) return 0;
    const id = national.ids.get(folded);
    const there = id === undefined ? null : Math.min(1, (national.idf[id] ?? 0) / RARE);
    const here = topics.get(folded) ?? null;
    const tells = Math.min(there ?? here ?? STRANGE, here ?? there ?? STRANGE);
    return tells < LEAST ? 0 : tells;
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
