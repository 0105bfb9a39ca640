import { bagOf, learnVocabulary, rowOf, type Row, type Vocabulary } from './features.ts';
import { matrixOf, OFFSET, trainSvm, type Matrix } from './svm.ts';
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

/** Documents made ready for training: what every class is trained on. */
export interface TrainingSet {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly matrix: Matrix;
  /** Class of each row, by its place in `labels`. */
  readonly classOf: Int32Array;
}

/** The weights of one class that are worth keeping, by rising feature. */
export interface ClassWeights {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

export function trainLinear(
  documents: readonly LabelledDocument[],
  epochs = EPOCHS,
  only: ReadonlySet<string> | null = null,
): Linear {
  const set = trainingSet(documents, only);
  return joined(
    set,
    set.labels.map((_, c) => weightsOf(set, c, epochs)),
  );
}

/** `only`: see `learnVocabulary`. */
export function trainingSet(
  documents: readonly LabelledDocument[],
  only: ReadonlySet<string> | null = null,
): TrainingSet {
  const vocabulary = learnVocabulary(
    documents.map(({ words }) => words),
    only,
  );
  const places = new Map<string, number>();
  const classOf = Int32Array.from(documents, ({ label }) => {
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  });
  const matrix = matrixOf(documents.map(({ words }) => rowOf(bagOf(words), vocabulary)));
  return { labels: [...places.keys()], vocabulary, matrix, classOf };
}

/** Trains one class against the others. Classes know nothing of each other, so any number of workers can share them. */
export function weightsOf(set: TrainingSet, c: number, epochs = EPOCHS): ClassWeights {
  const dense = trainSvm(set.matrix, (row) => set.classOf[row] === c, {
    features: set.vocabulary.idf.length,
    positive: 4,
    negative: 0.25,
    epochs,
    seed: c + 1,
  });
  const features: number[] = [];
  dense.forEach((weight, f) => {
    if (Math.abs(weight) >= SMALLEST) features.push(f);
  });
  return {
    features: Int32Array.from(features),
    weights: Float32Array.from(features, (f) => dense[f] ?? 0),
  };
}

export function joined(
  { labels, vocabulary }: Pick<TrainingSet, 'labels' | 'vocabulary'>,
  trained: readonly ClassWeights[],
): Linear {
  const starts = new Int32Array(vocabulary.idf.length + 1);
  for (const { features } of trained) for (const f of features) starts[f + 1] = (starts[f + 1] ?? 0) + 1;
  for (let f = 0; f + 1 < starts.length; f++) starts[f + 1] = (starts[f + 1] ?? 0) + (starts[f] ?? 0);
  const filled = starts.slice();
  const classes = new Uint16Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(classes.length);
  trained.forEach((own, c) =>
    own.features.forEach((f, k) => {
      const at = filled[f] ?? 0;
      classes[at] = c;
      weights[at] = own.weights[k] ?? 0;
      filled[f] = at + 1;
    }),
  );
  return { labels, byName: placesByName(labels), vocabulary, starts, classes, weights };
}

export function scores(model: Linear, row: Row): Float64Array {
  const sums = new Float64Array(model.labels.length).fill(OFFSET);
  const { starts, classes, weights } = model;
  for (let k = 0; k < row.at.length; k++) {
    const f = row.at[k] ?? 0;
    const end = starts[f + 1] ?? 0;
    const value = row.value[k] ?? 0;
    for (let e = starts[f] ?? 0; e < end; e++) {
      const c = classes[e] ?? 0;
      sums[c] = (sums[c] ?? 0) + (weights[e] ?? 0) * value;
    }
  }
  return sums;
}

/** The `most` best of the allowed labels, best first; ordering all of them costs more than scoring them. */
export function leading(
  model: Pick<Linear, 'labels' | 'byName'>,
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
