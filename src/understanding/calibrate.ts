import type { Kin } from './families.ts';
import { joined, rowsOf, trainingSet, type Numbered } from './linear.ts';
import { randomFrom, shuffle } from './random.ts';
import { OFFSET } from './svm.ts';
import { weighRows } from './weigh.ts';

/** Turns best score, lead over the second, and known share into the probability that the best is right. */
export interface Calibration {
  readonly bias: number;
  readonly score: number;
  readonly lead: number;
  readonly known: number;
}

export interface Thresholds {
  /** From here the bot acts on the best topic. */
  readonly sure: number;
  /** Below here it says that it does not understand. */
  readonly unknown: number;
}

export interface Evidence {
  readonly score: number;
  readonly lead: number;
  readonly known: number;
}

export const probability = (calibration: Calibration, { score, lead, known }: Evidence): number =>
  sigmoid(calibration.bias + calibration.score * score + calibration.lead * lead + calibration.known * known);

/** What calibration must know about labels. */
export interface Labels {
  /** Classes that are never left out as a whole. */
  readonly keep: ReadonlySet<string>;
  readonly kin: Kin;
  /** Whether acting on `got` where `truth` was meant does harm: a wrong procedure does, a trouble's tip does not. */
  readonly harms: (truth: string, got: string) => boolean;
  /** Folded words that decide; null: all. */
  readonly only: ReadonlySet<string> | null;
}

/** What the model of a fold said of a document that it had not seen. */
export interface Judged extends Evidence {
  readonly right: boolean;
  readonly harms: boolean;
  /** Its class was left out of training: stands for what we have no topic for. */
  readonly foreign: boolean;
}

export const FOLDS = 3;
/**
 * Share of held-out phrases that may be answered confidently about a wrong topic. The promise is 1 in 100 messages;
 * held-out phrases are harder than messages, because each is short and the only one of its kind.
 */
const WRONG = 0.01;
/** The same for messages of topics that we do not have. */
const WRONG_FOREIGN = 0.08;
/** Share of right ones that may be lost to "not understood". */
const LOST = 0.01;

/** Fits probabilities and thresholds on what the models of all folds said of documents that they had not seen. */
export function calibrate(judged: readonly Judged[]): {
  calibration: Calibration;
  thresholds: Thresholds;
  accuracy: number;
} {
  const calibration = fit(judged);
  const ours = judged.filter(({ foreign }) => !foreign);
  const foreign = judged.filter((one) => one.foreign);
  const p = (one: Judged): number => probability(calibration, one);
  const wrong = ours.filter(({ harms }) => harms).map(p);
  const sure = Math.max(
    cut(wrong, WRONG * ours.length),
    cut(foreign.filter(({ harms }) => harms).map(p), WRONG_FOREIGN * foreign.length),
  );
  const rights = ours
    .filter(({ right }) => right)
    .map(p)
    .sort((a, b) => a - b);
  const unknown = Math.min(rights[Math.floor(LOST * rights.length)] ?? 0, sure);
  return {
    calibration: rounded(calibration),
    thresholds: { sure: round(sure), unknown: round(unknown) },
    accuracy: ours.length === 0 ? 0 : rights.length / ours.length,
  };
}

/** What calibration knows of labels, by their places: in a shape that can be sent to a worker. */
export interface LabelTable {
  /** 1: never left out as a whole. */
  readonly keep: Uint8Array;
  /** Places of each label's kin. */
  readonly kin: readonly Int32Array[];
  /** Whether acting on `got` where `truth` was meant does harm, at truth × labels + got. */
  readonly harms: Uint8Array;
}

export function tableOf(names: readonly string[], { keep, kin, harms }: Labels): LabelTable {
  return {
    keep: Uint8Array.from(names, (label) => (keep.has(label) ? 1 : 0)),
    kin: names.map((label) =>
      Int32Array.from(names.keys()).filter((other) => kin(names[other] ?? '', label)),
    ),
    harms: Uint8Array.from(names.flatMap((truth) => names.map((got) => (harms(truth, got) ? 1 : 0)))),
  };
}

/**
 * Each fold leaves out a third of the documents and a tenth of the topics as a whole: their messages look like ours
 * and have no right answer.
 */
export function judgeFold(numbered: Numbered, table: LabelTable, fold: number): Judged[] {
  const { corpus, labels, labelOf } = numbered;
  const order = shuffle(
    Array.from({ length: corpus.documents }, (_, document) => document),
    randomFrom(11),
  );
  const foldOf = new Int32Array(corpus.documents);
  order.forEach((document, i) => (foldOf[document] = i % FOLDS));
  const topics = shuffle(
    Array.from(labels.keys()).filter((c) => table.keep[c] === 0),
    randomFrom(13),
  );
  const left = new Set(topics.filter((_, i) => i % 10 === fold));
  const isSeen = (document: number): boolean =>
    foldOf[document] !== fold && !left.has(labelOf[document] ?? -1);
  const seen = rowsOf(numbered, isSeen);
  const held = rowsOf(numbered, (document) => !isSeen(document));
  const set = trainingSet(numbered, seen);
  const there = new Set(Array.from(seen, (row) => labelOf[corpus.documentOf[row] ?? 0]));
  const classes = labels.map((_, c) => (there.has(c) ? set.train(c) : null));
  const all = joined(
    corpus.kinds.length,
    classes.map((own) => own ?? { features: new Int32Array(), weights: new Float32Array() }),
  );
  const { starts, at, value, known } = weighRows(corpus, held, set.weighing);
  const sums = new Float64Array(labels.length);
  const judged: Judged[] = [];
  held.forEach((row, i) => {
    classes.forEach((own, c) => (sums[c] = own === null ? Number.NEGATIVE_INFINITY : OFFSET));
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const f = at[k] ?? 0;
      for (let e = all.starts[f] ?? 0; e < (all.starts[f + 1] ?? 0); e++) {
        const c = all.classes[e] ?? 0;
        sums[c] = (sums[c] ?? 0) + (all.weights[e] ?? 0) * (value[k] ?? 0);
      }
    }
    const truth = labelOf[corpus.documentOf[row] ?? 0] ?? 0;
    judged.push({ ...judge(sums, truth, known[i] ?? 0, table), foreign: left.has(truth) });
  });
  return judged;
}

/** What sums say of a document of class `truth`. The lead is counted against the first that is no kin of the best. */
function judge(
  sums: Float64Array,
  truth: number,
  known: number,
  { kin, harms }: LabelTable,
): Omit<Judged, 'foreign'> {
  const got = highest(sums);
  if (got < 0) return { score: -1, lead: 0, known, right: false, harms: false };
  const score = sums[got] ?? 0;
  const near = kin[got] ?? new Int32Array();
  for (const c of near) sums[c] = Number.NEGATIVE_INFINITY;
  const rival = highest(sums);
  const isKin = near.includes(truth);
  return {
    score,
    lead: score - (rival < 0 ? OFFSET : (sums[rival] ?? 0)),
    known,
    right: isKin,
    harms: !isKin && harms[truth * sums.length + got] === 1,
  };
}

/** Place of the highest sum, the first of equal ones; -1 where all are -Infinity. */
export function highest(sums: Float64Array): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    const sum = sums[c] ?? 0;
    if (sum <= most) continue;
    most = sum;
    best = c;
  }
  return best;
}

/** Logistic regression by Newton's method; four weights, so a dozen steps are enough. A trace of ridge keeps it solvable. */
function fit(judged: readonly Judged[]): Calibration {
  const inputs = judged.map(({ score, lead, known }) => [1, score, lead, known]);
  const weights = [0, 0, 0, 0];
  for (let step = 0; step < 12; step++) {
    const gradient = weights.map((w) => -RIDGE * w);
    const curve = weights.map((_, k) => weights.map((__, l): number => (k === l ? RIDGE : 0)));
    inputs.forEach((input, i) => {
      const p = sigmoid(input.reduce((sum, v, k) => sum + v * (weights[k] ?? 0), 0));
      const error = (judged[i]?.right === true ? 1 : 0) - p;
      input.forEach((v, k) => {
        gradient[k] = (gradient[k] ?? 0) + error * v;
        const line = curve[k] ?? [];
        for (let l = 0; l < line.length; l++) line[l] = (line[l] ?? 0) + p * (1 - p) * v * (input[l] ?? 0);
      });
    });
    solve(curve, gradient).forEach((move, k) => (weights[k] = (weights[k] ?? 0) + move));
  }
  const [bias = 0, score = 0, lead = 0, known = 0] = weights;
  return { bias, score, lead, known };
}

const RIDGE = 0.01;

/** Gaussian elimination; the matrix is positive definite, so no rows are exchanged. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, k) => [...line, right[k] ?? 0]);
  rows.forEach((pivot, k) => {
    rows.forEach((line, other) => {
      if (other === k) return;
      const times = (line[k] ?? 0) / (pivot[k] ?? 1);
      for (let l = k; l < line.length; l++) line[l] = (line[l] ?? 0) - times * (pivot[l] ?? 0);
    });
  });
  return rows.map((line, k) => (line.at(-1) ?? 0) / (line[k] ?? 1));
}

/** The probability above which at most `allowed` of these stand. */
function cut(probabilities: readonly number[], allowed: number): number {
  const falling = [...probabilities].sort((a, b) => b - a);
  return Math.min((falling[Math.floor(allowed)] ?? 0.5) + 1e-4, 0.98);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const round = (x: number): number => Math.round(x * 1e4) / 1e4;
const rounded = ({ bias, score, lead, known }: Calibration): Calibration => ({
  bias: round(bias),
  score: round(score),
  lead: round(lead),
  known: round(known),
});
