import { probability, type Calibration, type Thresholds } from './calibrate.ts';
import type { Kin } from './families.ts';
import { fastRow, openFast, type FastRow, type FastVocabulary } from './fastRow.ts';
import type { Model } from './model.ts';
import { OFFSET } from './svm.ts';
import { openSought, stepsOf, type Sought, type Weights } from './sought.ts';
import type { Word } from './text.ts';
import type { WordTable } from './wordTable.ts';

/** A decision of a model, opened. */
export interface Classifier {
  /** By name, so that of those that score the same the first one wins. */
  readonly labels: readonly string[];
  readonly weights: Weights;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  readonly kin: Kin;
  /** Places of the labels that are kin of one; worked out when it first comes out best. */
  readonly kinOf: (place: number) => readonly number[];
  readonly fast: FastVocabulary;
  /** What parts of a message are looked through for. */
  readonly sought: Sought;
  /** Scratch of one message: what its words sum up to, by label. */
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

/** `seeks`: labels that `clearIn` may give; `common`: others, that most words speak for. */
export function openClassifier(
  decided: Model['topics'],
  words: WordTable,
  kin: Kin,
  seeks: (label: string) => boolean = () => true,
  common: readonly string[] = [],
): Classifier {
  const { linear, calibration, thresholds } = decided;
  const { labels } = linear;
  const kinOf = kinAmong(labels, kin);
  return {
    labels,
    weights: linear,
    calibration,
    thresholds,
    kin,
    kinOf,
    fast: openFast(linear, words),
    sought: openSought(linear, kinOf, seeks, common),
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
export const weightOf = ({ weights }: Classifier, f: number, c: number): number =>
  stepsOf(weights, f, c) * weights.scale;

/** More are neither offered nor looked at. */
const MOST = 8;
/** Whose best alone is asked for: so many more are looked through for the first that is no kin of it. */
const NEXT = 4;

/** The best labels with probabilities, best first; labels that are not allowed do not take part. */
export function judge(words: readonly Word[], classifier: Classifier, allowed: Allowed): Verdict[] {
  const known = sumUp(words, classifier);
  const { sums, labels } = classifier;
  const n = known === null ? 0 : leading(sums, allowed, MOST);
  if (known === null || n === 0) return [];
  const first = places[0] ?? 0;
  const p = probabilityOf(n, known, classifier, allowed);
  const verdicts: Verdict[] = [{ label: labels[first] ?? '', p }];
  if (n === 1) return verdicts;
  const top = sums[places[1] ?? 0] ?? 0;
  // What the best leaves over is shared by all the others, also by those that are not named here.
  let all = 0;
  for (let c = 0; c < sums.length; c++)
    if (c !== first && (allowed === null || allowed[c] === 1)) all += shareOf((sums[c] ?? 0) - top);
  for (let k = 1; k < n; k++) {
    const c = places[k] ?? 0;
    const own = ((1 - p) * shareOf((sums[c] ?? 0) - top)) / (all || 1);
    verdicts.push({ label: labels[c] ?? '', p: Math.min(p, own) });
  }
  return verdicts;
}

/** The best label alone, for a fraction of the cost; null where no word is known. `row`: that of the words, if it was read. */
export function bestOf(
  words: readonly Word[],
  classifier: Classifier,
  allowed: Allowed,
  row?: FastRow,
): Verdict | null {
  const known = sumUp(words, classifier, row);
  const n = known === null ? 0 : leading(classifier.sums, allowed, NEXT);
  if (known === null || n === 0) return null;
  const label = classifier.labels[places[0] ?? 0] ?? '';
  return { label, p: probabilityOf(n, known, classifier, allowed) };
}

/** Fills `sums`, unless these words did so last. Gives the share known; null: no word is. */
function sumUp(words: readonly Word[], classifier: Classifier, row?: FastRow): number | null {
  const { last } = classifier;
  if (last.words !== words) {
    last.words = words;
    last.known = sumAll(row ?? fastRow(words, classifier.fast), classifier);
  }
  return last.known;
}

function sumAll(row: FastRow, { weights: own, sums }: Classifier): number | null {
  if (row.length === 0) return null;
  const { starts, classes, weights, scale } = own;
  const { at, value } = row;
  sums.fill(OFFSET);
  for (let k = 0; k < row.length; k++) {
    const f = at[k] ?? 0;
    const end = starts[f + 1] ?? 0;
    const times = (value[k] ?? 0) * scale;
    for (let e = starts[f] ?? 0; e < end; e++) {
      const c = classes[e] ?? 0;
      sums[c] = (sums[c] ?? 0) + (weights[e] ?? 0) * times;
    }
  }
  return row.known;
}

/** Scratch: places of the highest sums, best first. The matcher is synchronous, so one is enough. */
const places = new Int32Array(MOST + 1);

/** Fills `places` with at most `most`, and gives how many; ordering all of them costs more than scoring them. */
function leading(sums: Float64Array, allowed: Allowed, most: number): number {
  let n = 0;
  let bar = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    const sum = sums[c] ?? 0;
    if (sum <= bar || (allowed !== null && allowed[c] === 0)) continue;
    let at = n;
    for (; at > 0 && (sums[places[at - 1] ?? 0] ?? 0) < sum; at--) places[at] = places[at - 1] ?? 0;
    places[at] = c;
    n = Math.min(n + 1, most);
    if (n === most) bar = sums[places[n - 1] ?? 0] ?? 0;
  }
  return n;
}

/** The probability that the first of `places` is right: its lead is counted against the first that is no kin of it. */
function probabilityOf(
  n: number,
  known: number,
  { sums, kinOf, calibration }: Classifier,
  allowed: Allowed,
): number {
  const first = places[0] ?? 0;
  const score = sums[first] ?? 0;
  const kin = kinOf(first);
  let place = -1;
  for (let k = n - 1; k > 0; k--) if (!kin.includes(places[k] ?? 0)) place = places[k] ?? 0;
  // All that were looked through are its kin.
  if (place < 0 && n > 1)
    for (let c = 0; c < sums.length; c++)
      if ((place < 0 || (sums[c] ?? 0) > (sums[place] ?? 0)) && allowed?.[c] !== 0 && !kin.includes(c))
        place = c;
  return probability(calibration, { score, lead: score - (place < 0 ? OFFSET : (sums[place] ?? 0)), known });
}

/** How much of what the best leaves over goes to one that stands `distance` from the best of the others. */
function shareOf(distance: number): number {
  if (distance > 0) return Math.exp(4 * distance);
  if (distance < -FAR) return 0;
  // Not Math.round: it gives -0 for 0, which is no place in an array, and has this function compiled anew each time.
  return steps[Math.trunc(0.5 - distance * STEPS)] ?? 0;
}

/** By steps: the exponential of hundreds of labels would cost more than their scores. */
const STEPS = 512;
const FAR = 4;
const steps = Float64Array.from({ length: FAR * STEPS + 1 }, (_, k) => Math.exp((-4 * k) / STEPS));
