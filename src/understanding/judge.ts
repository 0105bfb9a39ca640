import { highest, probability, type Calibration, type Thresholds } from './calibrate.ts';
import type { Kin } from './families.ts';
import { fastRow, openFast, type FastVocabulary } from './fastRow.ts';
import type { Model } from './model.ts';
import { OFFSET } from './svm.ts';
import type { Word } from './text.ts';
import type { WordTable } from './wordTable.ts';

/** A decision of a model, opened. */
export interface Classifier {
  /** By name, so that of those that score the same the first one wins. */
  readonly labels: readonly string[];
  readonly weights: Pick<Model['topics']['linear'], 'starts' | 'classes' | 'weights' | 'scale'>;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  readonly kin: Kin;
  /** Places of the labels that are kin of one; worked out when it first comes out best. */
  readonly kinOf: (place: number) => readonly number[];
  readonly fast: FastVocabulary;
  /** Scratch of one message: what its words sum up to, and that of the labels that may be said. */
  readonly all: Float64Array;
  readonly sums: Float64Array;
  /** The words summed up last: the same message is judged again with other labels allowed. */
  readonly last: { words: readonly Word[] | null; known: number | null };
}

export interface Verdict {
  readonly label: string;
  readonly p: number;
}

/** Which labels may be said, by their places: 1 or 0. null: all. */
export type Allowed = Uint8Array | null;

export function openClassifier(decided: Model['topics'], words: WordTable, kin: Kin): Classifier {
  const { linear, calibration, thresholds } = decided;
  const { labels } = linear;
  return {
    labels,
    weights: linear,
    calibration,
    thresholds,
    kin,
    kinOf: kinAmong(labels, kin),
    fast: openFast(linear, words),
    all: new Float64Array(labels.length),
    sums: new Float64Array(labels.length),
    last: { words: null, known: null },
  };
}

function kinAmong(labels: readonly string[], kin: Kin): Classifier['kinOf'] {
  const known: (readonly number[])[] = [];
  return (place) =>
    (known[place] ??= labels.flatMap((other, c) => (kin(other, labels[place] ?? '') ? [c] : [])));
}

/** The labels for which `may` holds. */
export function allowedAmong({ labels }: Classifier, may: (label: string) => boolean): Allowed {
  const mask = Uint8Array.from(labels, (label) => (may(label) ? 1 : 0));
  return mask.includes(0) ? mask : null;
}

/** What feature f adds to class c. */
export function weightOf({ weights: own }: Classifier, f: number, c: number): number {
  const { starts, classes, weights, scale } = own;
  const end = starts[f + 1] ?? 0;
  for (let e = starts[f] ?? 0; e < end; e++) if (classes[e] === c) return (weights[e] ?? 0) * scale;
  return 0;
}

/** More are neither offered nor looked at. */
const MOST = 8;

/** The best labels with probabilities, best first; labels that are not allowed do not take part. */
export function judge(words: readonly Word[], classifier: Classifier, allowed: Allowed): Verdict[] {
  const known = sumUp(words, classifier, allowed);
  if (known === null) return [];
  const { sums, labels } = classifier;
  const [first, ...others] = leading(sums, MOST);
  if (first === undefined) return [];
  const p = probabilityOf(first, known, classifier);
  const top = sums[others[0] ?? first] ?? 0;
  // What the best leaves over is shared by all the others, also by those that are not named here.
  let all = 0;
  for (let c = 0; c < sums.length; c++) if (c !== first) all += shareOf((sums[c] ?? 0) - top);
  const verdicts: Verdict[] = [{ label: labels[first] ?? '', p }];
  for (const c of others)
    verdicts.push({
      label: labels[c] ?? '',
      p: Math.min(p, ((1 - p) * shareOf((sums[c] ?? 0) - top)) / (all || 1)),
    });
  return verdicts;
}

/** The best label alone, for a fraction of the cost; null where no word is known. */
export function bestOf(words: readonly Word[], classifier: Classifier, allowed: Allowed): Verdict | null {
  const known = sumUp(words, classifier, allowed);
  if (known === null) return null;
  const first = highest(classifier.sums);
  return first < 0
    ? null
    : { label: classifier.labels[first] ?? '', p: probabilityOf(first, known, classifier) };
}

/** Fills `sums`; those of labels that are not allowed are -Infinity. Gives the share known; null: no word is. */
function sumUp(words: readonly Word[], classifier: Classifier, allowed: Allowed): number | null {
  const { all, sums, last } = classifier;
  if (last.words !== words) {
    last.words = words;
    last.known = sumAll(words, classifier);
  }
  sums.set(all);
  if (allowed !== null)
    for (let c = 0; c < sums.length; c++) if (allowed[c] === 0) sums[c] = Number.NEGATIVE_INFINITY;
  return last.known;
}

function sumAll(words: readonly Word[], { weights: own, fast, all }: Classifier): number | null {
  const row = fastRow(words, fast);
  if (row.length === 0) return null;
  const { starts, classes, weights, scale } = own;
  const { at, value } = row;
  all.fill(OFFSET);
  for (let k = 0; k < row.length; k++) {
    const f = at[k] ?? 0;
    const end = starts[f + 1] ?? 0;
    const times = (value[k] ?? 0) * scale;
    for (let e = starts[f] ?? 0; e < end; e++) {
      const c = classes[e] ?? 0;
      all[c] = (all[c] ?? 0) + (weights[e] ?? 0) * times;
    }
  }
  return row.known;
}

/** Places of the highest sums, best first; ordering all of them costs more than scoring them. */
function leading(sums: Float64Array, most: number): number[] {
  const found: number[] = [];
  let bar = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    const sum = sums[c] ?? 0;
    if (sum <= bar) continue;
    let at = found.length;
    while (at > 0 && (sums[found[at - 1] ?? 0] ?? 0) < sum) at -= 1;
    found.splice(at, 0, c);
    if (found.length > most) found.length = most;
    if (found.length === most) bar = sums[found[most - 1] ?? 0] ?? 0;
  }
  return found;
}

/** The probability that the best is right: its lead is counted against the first that is no kin of it. */
function probabilityOf(first: number, known: number, { sums, kinOf, calibration }: Classifier): number {
  const score = sums[first] ?? 0;
  const kin = kinOf(first);
  const kept = kin.map((c) => sums[c] ?? 0);
  for (const c of kin) sums[c] = Number.NEGATIVE_INFINITY;
  const rival = highest(sums);
  const lead = score - (rival < 0 ? OFFSET : (sums[rival] ?? 0));
  kin.forEach((c, k) => (sums[c] = kept[k] ?? 0));
  return probability(calibration, { score, lead, known });
}

/** How much of what the best leaves over goes to one that stands `distance` from the best of the others. */
function shareOf(distance: number): number {
  if (distance > 0) return Math.exp(4 * distance);
  // Also those that may not be said, whose sum is -Infinity.
  if (distance < -FAR) return 0;
  // Not Math.round: it gives -0 for 0, which is no place in an array, and has this function compiled anew each time.
  return steps[Math.trunc(0.5 - distance * STEPS)] ?? 0;
}

/** By steps: the exponential of hundreds of labels would cost more than their scores. */
const STEPS = 512;
const FAR = 4;
const steps = Float64Array.from({ length: FAR * STEPS + 1 }, (_, k) => Math.exp((-4 * k) / STEPS));
