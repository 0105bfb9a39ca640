import { setImmediate as breath } from 'node:timers/promises';
import { foldedPhrase, words } from '#understanding/text.ts';

/** Wordings this near to the first of a group belong to it. */
const NEAR = 0.5;
/** After so many wordings turns of residents come in between: a few milliseconds. */
const BREATH = 50;
/** A word that stands in so many wordings brings nothing together: it is not looked up, only weighed. */
const COMMON = 400;

interface Vector {
  readonly key: string;
  readonly weights: ReadonlyMap<string, number>;
}

/**
 * Groups texts by what they say: words and pairs of words without diacritics, weighed by how rare they are. Gives for
 * each text the number of its group. The wordings heard most come first and draw the others to them; the same texts
 * give the same groups in whatever order they come. Ten thousand take about a second, in which others get their turn.
 */
export async function groupSimilar(texts: readonly string[]): Promise<readonly number[]> {
  const keys = await each(texts, keyOf);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const heard = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  const vectors = await vectorsOf(heard);
  const leaders: Vector[] = [];
  /** Leaders by the features that they hold. */
  const holders = new Map<string, number[]>();
  const groupOf = new Map<string, number>();
  await each(vectors, (vector) => {
    const group = nearest(vector, leaders, holders);
    if (group !== null) {
      groupOf.set(vector.key, group);
      return;
    }
    const made = leaders.push(vector) - 1;
    groupOf.set(vector.key, made);
    for (const feature of vector.weights.keys()) {
      const list = holders.get(feature) ?? [];
      list.push(made);
      holders.set(feature, list);
    }
  });
  return keys.map((key) => groupOf.get(key) ?? 0);
}

/** What is the same however it is typed; a text without a word is itself. */
const keyOf = (text: string): string => foldedPhrase(text) || text.trim();

function nearest(
  vector: Vector,
  leaders: readonly Vector[],
  holders: ReadonlyMap<string, readonly number[]>,
): number | null {
  const dots = new Map<number, number>();
  for (const [feature, weight] of vector.weights) {
    const list = holders.get(feature) ?? [];
    if (list.length > COMMON) continue;
    for (const leader of list)
      dots.set(leader, (dots.get(leader) ?? 0) + weight * (leaders[leader]?.weights.get(feature) ?? 0));
  }
  let best: number | null = null;
  let most = NEAR;
  for (const [leader, dot] of dots)
    if (dot > most || (dot === most && (best === null || leader < best))) [best, most] = [leader, dot];
  return best;
}

async function each<In, Out>(list: readonly In[], work: (one: In) => Out): Promise<Out[]> {
  const out: Out[] = [];
  for (const one of list) {
    if (out.length % BREATH === BREATH - 1) await breath();
    out.push(work(one));
  }
  return out;
}

async function vectorsOf(keys: readonly string[]): Promise<Vector[]> {
  const features = await each(keys, featuresOf);
  const documents = new Map<string, number>();
  for (const list of features)
    for (const feature of new Set(list)) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  let place = 0;
  return each(keys, (key) => {
    const weights = new Map<string, number>();
    for (const feature of features[place++] ?? [])
      weights.set(feature, 1 + Math.log((1 + keys.length) / (documents.get(feature) ?? 1)));
    const length = Math.hypot(...weights.values()) || 1;
    return { key, weights: new Map([...weights].map(([feature, weight]) => [feature, weight / length])) };
  });
}

function featuresOf(key: string): string[] {
  const folded = words(key).map((word) => word.folded);
  if (folded.length === 0) return [key];
  return folded.flatMap((word, i) => (i === 0 ? [word] : [word, `${folded[i - 1] ?? ''} ${word}`]));
}
