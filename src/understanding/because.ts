import { eachFeature } from './fastRow.ts';
import { weightOf, type Classifier } from './judge.ts';
import type { Word } from './text.ts';

/** The words that spoke most for a label: a pair's weight is shared by its words. At most five, strongest first. */
export function because(
  words: readonly Word[],
  classifier: Classifier,
  label: string,
): { readonly word: string; readonly weight: number }[] {
  const c = classifier.labels.indexOf(label);
  if (c < 0) return [];
  const sums = new Float64Array(words.length);
  eachFeature(words, classifier.fast, (feature, from, to) => {
    const weight = weightOf(classifier, feature, c) * (classifier.fast.idf[feature] ?? 0);
    for (const place of new Set([from, to]))
      sums[place] = (sums[place] ?? 0) + weight / (from === to ? 1 : 2);
  });
  const byWord = new Map<string, number>();
  words.forEach(({ said }, i) => {
    byWord.set(said, (byWord.get(said) ?? 0) + (sums[i] ?? 0));
  });
  return [...byWord]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([word, weight]) => ({ word, weight: Math.round(weight * 100) / 100 }));
}
