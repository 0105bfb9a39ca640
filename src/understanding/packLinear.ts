import { featureKinds, isPair } from './featureKinds.ts';
import { allRows, joined, placesByName, type Numbered } from './linear.ts';
import type { PackedLinear } from './model.ts';
import type { ClassWeights } from './svm.ts';
import { learnWeighing } from './weigh.ts';

/**
 * Weights in steps of a hundred and twenty-seventh of the largest: a quarter of the size, and no decision changes that can
 * be measured.
 */
const STEPS = 127;

/** Features by kind, classes by name. `idOf`: the model's number of one of the corpus's words. */
export function packLinear(
  numbered: Numbered,
  trained: readonly ClassWeights[],
  idOf: (word: number) => number,
): PackedLinear {
  const { corpus, labels } = numbered;
  const { idf, unknownIdf, strange } = learnWeighing(corpus, allRows(numbered));
  const byName = placesByName(labels);
  const all = joined(
    corpus.kinds.length,
    byName.map((c) => trained[c] ?? { features: new Int32Array(), weights: new Float32Array() }),
  );
  const kinds = featureKinds.map((_, kind) =>
    Int32Array.from(corpus.kinds.keys()).filter((f) => corpus.kinds[f] === kind && idf[f] !== 0),
  );
  const order = kinds.flatMap((own) => [...own]);
  const largest = all.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / STEPS || 1;
  const starts = new Uint32Array(order.length + 1);
  const classes = new Uint16Array(all.classes.length);
  const weights = new Int8Array(all.weights.length);
  let filled = 0;
  order.forEach((f, place) => {
    const end = all.starts[f + 1] ?? 0;
    for (let at = all.starts[f] ?? 0; at < end; at++) {
      classes[filled] = all.classes[at] ?? 0;
      weights[filled] = Math.round((all.weights[at] ?? 0) / scale);
      filled += 1;
    }
    starts[place + 1] = filled;
  });
  return {
    labels: byName.map((c) => labels[c] ?? ''),
    kinds: kinds.map(({ length }) => length),
    firsts: Uint16Array.from(order, (f) => idOf(corpus.firsts[f] ?? 0)),
    seconds: Uint16Array.from(
      order.filter((f) => isPair(corpus.kinds[f] ?? 0)),
      (f) => idOf(corpus.seconds[f] ?? 0),
    ),
    unknownIdf,
    strange,
    idf: Float32Array.from(order, (f) => idf[f] ?? 0),
    starts,
    classes,
    weights,
    scale,
  };
}
