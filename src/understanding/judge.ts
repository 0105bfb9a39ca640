import { evidence, probability, type Calibration, type Thresholds } from './calibrate.ts';
import type { Kin } from './families.ts';
import { fastRow, openFast, type FastVocabulary } from './fastRow.ts';
import type { Word } from './text.ts';
import { leading, placesByName, type Score } from './linear.ts';
import type { Model } from './model.ts';
import { OFFSET } from './svm.ts';
import type { WordTable } from './wordTable.ts';

/** A decision of a model, opened. */
export interface Classifier {
  readonly labels: readonly string[];
  readonly byName: readonly number[];
  readonly weights: Pick<Model['topics']['linear'], 'starts' | 'classes' | 'weights' | 'scale'>;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  readonly kin: Kin;
  readonly fast: FastVocabulary;
  /** Scratch of one message. */
  readonly sums: Float64Array;
}

export function openClassifier(decided: Model['topics'], words: WordTable, kin: Kin): Classifier {
  const { linear, calibration, thresholds } = decided;
  return {
    labels: linear.labels,
    byName: placesByName(linear.labels),
    weights: linear,
    calibration,
    thresholds,
    kin,
    fast: openFast(linear, words),
    sums: new Float64Array(linear.labels.length),
  };
}

/** What feature f adds to class c. */
export function weightOf({ weights: own }: Classifier, f: number, c: number): number {
  const { starts, classes, weights, scale } = own;
  const end = starts[f + 1] ?? 0;
  for (let e = starts[f] ?? 0; e < end; e++) if (classes[e] === c) return (weights[e] ?? 0) * scale;
  return 0;
}

export interface Verdict {
  readonly label: string;
  readonly p: number;
}

type Allowed = (label: string) => boolean;

/** More are neither offered nor looked at. */
const MOST = 8;

/** The best labels with probabilities, best first; labels that are not `allowed` do not take part. */
export function judge(words: readonly Word[], classifier: Classifier, allowed: Allowed): Verdict[] {
  const sums = sumsOf(words, classifier);
  if (sums === null) return [];
  const [first, ...others] = leading(classifier, sums.scores, MOST, allowed);
  if (first === undefined) return [];
  const best = verdictOf(first, sums, classifier, allowed);
  const share = shares(others[0]?.score ?? 0);
  // What the best leaves over is shared by all the others, also by those that are not named here.
  const all = classifier.labels.reduce(
    (sum, label, c) => (label === first.label || !allowed(label) ? sum : sum + share(sums.scores[c] ?? 0)),
    0,
  );
  const p = (score: number): number => Math.min(best.p, ((1 - best.p) * share(score)) / (all || 1));
  return [best, ...others.map(({ label, score }) => ({ label, p: p(score) }))];
}

/** The best label alone, for a fraction of the cost; null where no word is known. */
export function bestOf(words: readonly Word[], classifier: Classifier, allowed: Allowed): Verdict | null {
  const sums = sumsOf(words, classifier);
  if (sums === null) return null;
  const [first] = leading(classifier, sums.scores, 1, allowed);
  return first === undefined ? null : verdictOf(first, sums, classifier, allowed);
}

interface Sums {
  readonly scores: Float64Array;
  readonly known: number;
}

function sumsOf(words: readonly Word[], { weights: own, fast, sums }: Classifier): Sums | null {
  const row = fastRow(words, fast);
  if (row.length === 0) return null;
  const { starts, classes, weights, scale } = own;
  sums.fill(OFFSET);
  for (let k = 0; k < row.length; k++) {
    const f = row.at[k] ?? 0;
    const end = starts[f + 1] ?? 0;
    const value = (row.value[k] ?? 0) * scale;
    for (let e = starts[f] ?? 0; e < end; e++) {
      const c = classes[e] ?? 0;
      sums[c] = (sums[c] ?? 0) + (weights[e] ?? 0) * value;
    }
  }
  return { scores: sums, known: row.known };
}

function verdictOf(first: Score, sums: Sums, classifier: Classifier, allowed: Allowed): Verdict {
  const { calibration, kin } = classifier;
  const rivals = leading(classifier, sums.scores, 1, (label) => allowed(label) && !kin(label, first.label));
  const p = probability(calibration, evidence([first, ...rivals], sums.known, kin));
  return { label: first.label, p };
}

/** By the distance to the best of them. */
const shares =
  (top: number) =>
  (score: number): number =>
    Math.exp(4 * (score - top));
