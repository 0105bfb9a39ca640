import { evidence, probability, type Calibration, type Thresholds } from './calibrate.ts';
import type { Kin } from './families.ts';
import { fastRow, type FastVocabulary } from './fastRow.ts';
import type { Word } from './text.ts';
import { leading, scores, type Linear, type Score } from './linear.ts';

export interface Classifier {
  readonly linear: Linear;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  readonly kin: Kin;
  readonly fast: FastVocabulary;
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
  const [first, ...others] = leading(classifier.linear, sums.scores, MOST, allowed);
  if (first === undefined) return [];
  const best = verdictOf(first, sums, classifier, allowed);
  const share = shares(others[0]?.score ?? 0);
  // What the best leaves over is shared by all the others, also by those that are not named here.
  const all = classifier.linear.labels.reduce(
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
  const [first] = leading(classifier.linear, sums.scores, 1, allowed);
  return first === undefined ? null : verdictOf(first, sums, classifier, allowed);
}

interface Sums {
  readonly scores: Float64Array;
  readonly known: number;
}

function sumsOf(words: readonly Word[], { linear, fast }: Classifier): Sums | null {
  const row = fastRow(words, fast);
  return row.at.length === 0 ? null : { scores: scores(linear, row), known: row.known };
}

function verdictOf(
  first: Score,
  sums: Sums,
  { linear, calibration, kin }: Classifier,
  allowed: Allowed,
): Verdict {
  const rivals = leading(linear, sums.scores, 1, (label) => allowed(label) && !kin(label, first.label));
  const p = probability(calibration, evidence([first, ...rivals], sums.known, kin));
  return { label: first.label, p };
}

/** By the distance to the best of them. */
const shares =
  (top: number) =>
  (score: number): number =>
    Math.exp(4 * (score - top));
