import { bagOf, learnVocabulary, rowOf, type Row, type Vocabulary } from './features.ts';
import { matrixOf, OFFSET, trainSvm } from './svm.ts';
import type { Word } from './text.ts';

/** One weight vector a class, kept sparse by feature: a message touches only its own features. */
export interface Linear {
  readonly labels: readonly string[];
  /** Places of the labels in the order of their names: the order of those that score the same. */
  readonly byName: readonly number[];
  readonly vocabulary: Vocabulary;
  /** Entries of feature f stand at starts[f] … starts[f + 1]. */
  readonly starts: Int32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
}

export interface LabelledDocument {
  readonly label: string;
  readonly words: readonly Word[];
}

export interface Score {
  readonly label: string;
  readonly score: number;
}

/** More passes change nothing that can be measured. */
const EPOCHS = 4;
/** Smaller weights are dropped: a third of the size for no measurable change. */
const SMALLEST = 0.015;

export function trainLinear(documents: readonly LabelledDocument[], epochs = EPOCHS): Linear {
  const vocabulary = learnVocabulary(documents.map(({ words }) => words));
  const matrix = matrixOf(documents.map(({ words }) => rowOf(bagOf(words), vocabulary)));
  const labels = [...new Set(documents.map(({ label }) => label))];
  const dense = labels.map((label, c) =>
    trainSvm(matrix, (row) => documents[row]?.label === label, {
      features: vocabulary.idf.length,
      positive: 4,
      negative: 0.25,
      epochs,
      seed: c + 1,
    }),
  );
  return { labels, byName: placesByName(labels), vocabulary, ...pack(dense, vocabulary.idf.length) };
}

function pack(
  dense: readonly Float64Array[],
  features: number,
): Omit<Linear, 'labels' | 'byName' | 'vocabulary'> {
  const starts = new Int32Array(features + 1);
  const classes: number[] = [];
  const weights: number[] = [];
  for (let f = 0; f < features; f++) {
    dense.forEach((vector, c) => {
      const weight = vector[f] ?? 0;
      if (Math.abs(weight) < SMALLEST) return;
      classes.push(c);
      weights.push(weight);
    });
    starts[f + 1] = classes.length;
  }
  return {
    starts,
    classes: Uint16Array.from(classes),
    weights: Float32Array.from(weights),
  };
}

export function scores(model: Linear, row: Row): Float64Array {
  const sums = new Float64Array(model.labels.length).fill(OFFSET);
  const { starts, classes, weights } = model;
  row.at.forEach((f, k) => {
    const end = starts[f + 1] ?? 0;
    const value = row.value[k] ?? 0;
    for (let e = starts[f] ?? 0; e < end; e++) {
      const c = classes[e] ?? 0;
      sums[c] = (sums[c] ?? 0) + (weights[e] ?? 0) * value;
    }
  });
  return sums;
}

/** Best first. */
export function ranked(model: Linear, sums: Float64Array): Score[] {
  // Sorting keeps the order of what is equal, and most labels are: nothing in the message speaks of them.
  return model.byName
    .map((c) => ({ label: model.labels[c] ?? '', score: sums[c] ?? 0 }))
    .sort((a, b) => b.score - a.score);
}

/** The `most` best of the allowed labels, best first; ordering all of them costs more than scoring them. */
export function leading(
  model: Linear,
  sums: Float64Array,
  most: number,
  allowed: (label: string) => boolean,
): Score[] {
  const found: Score[] = [];
  for (const c of model.byName) {
    const score = sums[c] ?? 0;
    const worst = found[most - 1];
    if (worst !== undefined && score <= worst.score) continue;
    const label = model.labels[c] ?? '';
    if (!allowed(label)) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.score ?? 0) < score) at -= 1;
    found.splice(at, 0, { label, score });
    found.length = Math.min(found.length, most);
  }
  return found;
}

export const placesByName = (labels: readonly string[]): readonly number[] =>
  labels
    .map((label, c) => ({ label, c }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map(({ c }) => c);

/** What feature f adds to class c. */
export function weightOf(model: Linear, f: number, c: number): number {
  const end = model.starts[f + 1] ?? 0;
  for (let e = model.starts[f] ?? 0; e < end; e++) if (model.classes[e] === c) return model.weights[e] ?? 0;
  return 0;
}
