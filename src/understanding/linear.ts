import { numberDocuments, type Corpus } from './corpus.ts';
import { featureKinds } from './featureKinds.ts';
import type { Row, Vocabulary } from './features.ts';
import { createTrainer, OFFSET, type ClassWeights } from './svm.ts';
import type { Word } from './text.ts';
import { learnWeighing, weighRows, type Weighing } from './weigh.ts';

export interface LabelledDocument {
  readonly label: string;
  readonly words: readonly Word[];
}

export interface Score {
  readonly label: string;
  readonly score: number;
}

/** Labelled documents as numbers: all that training reads, in a shape that can be sent to a worker. */
export interface Numbered {
  readonly corpus: Corpus;
  readonly labels: readonly string[];
  /** Label of each document, by its place in `labels`. */
  readonly labelOf: Int32Array;
}

/** Rows made ready for training, and what every class is trained on. */
export interface TrainingSet {
  readonly weighing: Weighing;
  /** Trains one class against the others. Classes know nothing of each other, so any number of workers can share them. */
  readonly train: (c: number) => ClassWeights;
}

/** `only`: see `learnVocabulary`. */
export function numberLabelled(
  documents: readonly LabelledDocument[],
  only: ReadonlySet<string> | null = null,
): Numbered & { readonly words: readonly string[] } {
  const places = new Map<string, number>();
  const labelOf = Int32Array.from(documents, ({ label }) => {
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  });
  const { corpus, words } = numberDocuments(
    documents.map((document) => document.words),
    only,
  );
  return { corpus, words, labels: [...places.keys()], labelOf };
}

/** Every row, also those without diacritics. */
export const allRows = ({ corpus }: Numbered): Int32Array => Int32Array.from(corpus.documentOf.keys());

/** The rows of the documents for which `may` holds, as they were written. */
export const rowsOf = ({ corpus }: Numbered, may: (document: number) => boolean): Int32Array =>
  Int32Array.from(corpus.documentOf.keys()).filter(
    (row) => corpus.isCopy[row] === 0 && may(corpus.documentOf[row] ?? 0),
  );

export function trainingSet({ corpus, labels, labelOf }: Numbered, rows: Int32Array): TrainingSet {
  const weighing = learnWeighing(corpus, rows);
  const train = createTrainer(weighRows(corpus, rows, weighing), corpus.kinds.length);
  const own = labels.map((): number[] => []);
  rows.forEach((row, i) => own[labelOf[corpus.documentOf[row] ?? 0] ?? 0]?.push(i));
  return { weighing, train: (c) => train(own[c] ?? [], c + 1) };
}

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

/** Trains and joins by itself. `copies`: documents are also learnt without their diacritics. */
export function trainLinear(documents: readonly LabelledDocument[], copies = false): Linear {
  const numbered = numberLabelled(documents);
  const rows = copies ? allRows(numbered) : rowsOf(numbered, () => true);
  const { weighing, train } = trainingSet(numbered, rows);
  const { labels, corpus } = numbered;
  const features = corpus.kinds.length;
  return {
    labels,
    byName: placesByName(labels),
    vocabulary: {
      index: new Map(
        Array.from({ length: features }, (_, f) => [nameOf(f, numbered), f] as const).filter(
          ([, f]) => weighing.idf[f] !== 0,
        ),
      ),
      ...weighing,
    },
    ...joined(
      features,
      labels.map((_, c) => train(c)),
    ),
  };
}

/** As `featuresOf` names it. */
function nameOf(f: number, { corpus, words }: Numbered & { readonly words: readonly string[] }): string {
  const of = featureKinds[corpus.kinds[f] ?? 0] ?? '';
  const [first = '', second] = [words[corpus.firsts[f] ?? 0], words[corpus.seconds[f] ?? -1]];
  if (of === 'gram') return `c:${first.slice(1)}`;
  return `${of.startsWith('typed') ? 'a' : 'f'}:${second === undefined ? first : `${first} ${second}`}`;
}

export function joined(
  features: number,
  trained: readonly ClassWeights[],
): Pick<Linear, 'starts' | 'classes' | 'weights'> {
  const starts = new Int32Array(features + 1);
  for (const own of trained) for (const f of own.features) starts[f + 1] = (starts[f + 1] ?? 0) + 1;
  for (let f = 0; f < features; f++) starts[f + 1] = (starts[f + 1] ?? 0) + (starts[f] ?? 0);
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
  return { starts, classes, weights };
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
