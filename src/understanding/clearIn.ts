import { probability } from './calibrate.ts';
import { fastRow, type FastRow } from './fastRow.ts';
import { bestOf, type Allowed, type Classifier, type Verdict } from './judge.ts';
import { stepsOf } from './sought.ts';
import { OFFSET } from './svm.ts';
import type { Word } from './text.ts';

/**
 * The best label, where it is one that is sought and at least so sure. `wanted`: that one or none. Most parts of messages
 * hold none, which shows before all labels are summed up.
 */
export function clearIn(
  words: readonly Word[],
  classifier: Classifier,
  allowed: Allowed,
  least: number,
  wanted: string | null = null,
): Verdict | null {
  const row = fastRow(words, classifier.fast);
  if (!mayBeClear(row, classifier, allowed, least, wanted)) return null;
  const best = bestOf(words, classifier, allowed, row);
  if (best === null || best.p < least || !classifier.sought.labels.has(best.label)) return null;
  return wanted === null || best.label === wanted ? best : null;
}

/** Whether one may come out so sure, were all that is said to speak for it as much as it does for any. */
function mayBeClear(
  { length, at, value, known }: FastRow,
  { weights, calibration, labels, sought }: Classifier,
  allowed: Allowed,
  least: number,
  wanted: string | null,
): boolean {
  const { scale } = weights;
  const place = wanted === null ? -1 : labels.indexOf(wanted);
  let most = 0;
  for (let k = 0; k < length; k++) {
    const f = at[k] ?? 0;
    most += (value[k] ?? 0) * (place < 0 ? (sought.peaks[f] ?? 0) : stepsOf(weights, f, place));
  }
  const score = OFFSET + scale * most;
  // It must be so far ahead of what most parts sound like.
  let lead = Number.POSITIVE_INFINITY;
  for (const { place: rival, steps } of sought.rivals) {
    if (allowed?.[rival] === 0) continue;
    let sum = 0;
    for (let k = 0; k < length; k++) sum += (value[k] ?? 0) * (steps[at[k] ?? 0] ?? 0);
    lead = Math.min(lead, score - OFFSET - scale * sum);
  }
  const rises = calibration.score >= 0 && calibration.lead >= 0;
  return !rises || probability(calibration, { score, lead, known }) >= least - ROUNDING;
}

/** Sums made in another order differ by less. */
const ROUNDING = 1e-6;
