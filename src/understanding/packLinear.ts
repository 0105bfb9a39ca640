import { placesByName, type Linear } from './linear.ts';
import type { PackedLinear } from './model.ts';

/** Kinds of features in the order in which models keep them. */
export const featureKinds = [
  'typedWord',
  'foldedWord',
  'typedPair',
  'foldedPair',
  'group',
  'groupPair',
] as const;
export type FeatureKind = (typeof featureKinds)[number];

interface Named {
  readonly kind: number;
  readonly words: readonly string[];
  readonly feature: number;
}

/** Weights in steps of a hundred and twenty-seventh of the largest: a quarter of the size, and no decision changes that can be measured. */
const STEPS = 127;
/** Smaller ones are dropped: half of all, and nothing gets worse by it. */
const SMALLEST = 0.03;

export function packLinear(linear: Linear, idOf: (word: string) => number): PackedLinear {
  const named = [...linear.vocabulary.index].map(([name, feature]) => partsOf(name, feature));
  const order = named.sort((a, b) => a.kind - b.kind || a.feature - b.feature);
  const pairs = order.filter(({ words }) => words.length > 1);
  const largest = linear.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / STEPS || 1;
  // By name: which of two that score the same comes first must not depend on the order of the data.
  const byName = placesByName(linear.labels);
  const placeOf = Uint16Array.from(byName);
  byName.forEach((c, place) => (placeOf[c] = place));
  const starts = new Uint32Array(order.length + 1);
  const classes: number[] = [];
  const weights: number[] = [];
  order.forEach(({ feature }, place) => {
    const end = linear.starts[feature + 1] ?? 0;
    for (let at = linear.starts[feature] ?? 0; at < end; at++) {
      const weight = linear.weights[at] ?? 0;
      if (Math.abs(weight) < SMALLEST) continue;
      classes.push(placeOf[linear.classes[at] ?? 0] ?? 0);
      weights.push(Math.round(weight / scale));
    }
    starts[place + 1] = weights.length;
  });
  return {
    labels: byName.map((c) => linear.labels[c] ?? ''),
    kinds: featureKinds.map((_, kind) => order.filter((one) => one.kind === kind).length),
    firsts: Uint16Array.from(order, ({ words }) => idOf(words[0] ?? '')),
    seconds: Uint16Array.from(pairs, ({ words }) => idOf(words[1] ?? '')),
    unknownIdf: linear.vocabulary.unknownIdf,
    strange: linear.vocabulary.strange,
    idf: Float32Array.from(order, ({ feature }) => linear.vocabulary.idf[feature] ?? 0),
    starts,
    classes: Uint16Array.from(classes),
    weights: Int8Array.from(weights),
    scale,
  };
}

/** "f:khai sinh" -> a pair of folded words. */
function partsOf(name: string, feature: number): Named {
  const words = name.slice(2).split(' ');
  const pair = words.length > 1;
  if (name.startsWith('a:')) return { kind: kindAt(pair ? 'typedPair' : 'typedWord'), words, feature };
  if (name.startsWith('f:@')) return { kind: kindAt(pair ? 'groupPair' : 'group'), words, feature };
  return { kind: kindAt(pair ? 'foldedPair' : 'foldedWord'), words, feature };
}

const kindAt = (kind: FeatureKind): number => featureKinds.indexOf(kind);
