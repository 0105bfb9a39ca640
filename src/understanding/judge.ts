import { evidence, probability, type Calibration, type Thresholds } from './calibrate.ts';
import type { Kin } from './families.ts';
import { rowOf, type Bag } from './features.ts';
import { ranked, scores, type Linear, type Score } from './linear.ts';

export interface Classifier {
  readonly linear: Linear;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  readonly kin: Kin;
}

export interface Verdict {
  readonly label: string;
  readonly p: number;
}

/** Ranks the labels with probabilities, best first; labels that are not `allowed` do not take part. */
export function judge(bag: Bag, classifier: Classifier, allowed: (label: string) => boolean): Verdict[] {
  const { linear, calibration, kin } = classifier;
  const row = rowOf(bag, linear.vocabulary);
  if (row.at.length === 0) return [];
  const order = ranked(linear, scores(linear, row)).filter(({ label }) => allowed(label));
  const [first] = order;
  if (first === undefined) return [];
  const p = probability(calibration, evidence(order, row.known, kin));
  return [{ label: first.label, p }, ...rest(order.slice(1), p)];
}

/** What the best leaves over, shared by the distance of the scores; never above the best. */
function rest(order: readonly Score[], best: number): Verdict[] {
  const top = order[0]?.score ?? 0;
  const shares = order.map(({ label, score }) => ({ label, share: Math.exp(4 * (score - top)) }));
  const total = shares.reduce((sum, { share }) => sum + share, 0) || 1;
  return shares.map(({ label, share }) => ({ label, p: Math.min(best, ((1 - best) * share) / total) }));
}
