import type { Verdict } from './judge.ts';
import type { Word } from './text.ts';

/** How long the parts are that are looked at, and how far apart they begin. */
const windows = { name: { sizes: [3, 2], step: 1 }, sentence: { sizes: [9], step: 3 } } as const;
/** A message has a bounded number of parts, however long it is. */
const MOST = 24;

/**
 * What a part of the message names clearly, where the whole does not: the label that most parts are sure of.
 * `name`: a few words within a short question; `sentence`: what a spoken, unpunctuated message once comes to.
 * null: no part is sure, or two labels come out much the same.
 */
export function namedInside(
  words: readonly Word[],
  kind: keyof typeof windows,
  sureOf: (part: readonly Word[]) => Verdict | null,
): Verdict | null {
  const { sizes, step } = windows[kind];
  const found = new Map<string, { label: string; p: number; sum: number }>();
  let looked = 0;
  for (const size of sizes)
    for (let at = 0; at + size <= words.length && looked < MOST; at += step) {
      looked += 1;
      const own = sureOf(words.slice(at, at + size));
      if (own === null) continue;
      const before = found.get(own.label) ?? { label: own.label, p: 0, sum: 0 };
      found.set(own.label, { label: own.label, p: Math.max(before.p, own.p), sum: before.sum + own.p });
    }
  const [best, next] = [...found.values()].sort((a, b) => b.sum - a.sum);
  if (best === undefined || (next !== undefined && next.sum > best.sum / 2)) return null;
  return { label: best.label, p: best.p };
}
