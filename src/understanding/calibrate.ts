import { bagOf, rowOf } from './features.ts';
import type { Kin } from './families.ts';
import { leading, scores, trainLinear, type LabelledDocument, type Linear, type Score } from './linear.ts';
import { randomFrom, shuffle } from './random.ts';

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
const LOST = 0.02;

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

/**
 * Each fold leaves out a third of the documents and a tenth of the topics as a whole: their messages look like ours
 * and have no right answer.
 */
export function judgeFold(documents: readonly LabelledDocument[], labels: Labels, fold: number): Judged[] {
  const order = shuffle([...documents.keys()], randomFrom(11));
  const foldOf = new Int32Array(documents.length);
  order.forEach((document, i) => (foldOf[document] = i % FOLDS));
  const topics = shuffle(
    [...new Set(documents.map(({ label }) => label))].filter((label) => !labels.keep.has(label)),
    randomFrom(13),
  );
  const left = new Set(topics.filter((_, i) => i % 10 === fold));
  const seen = documents.filter(({ label }, i) => foldOf[i] !== fold && !left.has(label));
  const model = trainLinear(seen, 2, labels.only);
  return documents.flatMap((document, i) => {
    const foreign = left.has(document.label);
    return foldOf[i] === fold || foreign ? [{ ...judge(model, document, labels), foreign }] : [];
  });
}

function judge(model: Linear, document: LabelledDocument, { kin, harms }: Labels): Omit<Judged, 'foreign'> {
  const row = rowOf(bagOf(document.words), model.vocabulary);
  const sums = scores(model, row);
  const [first] = leading(model, sums, 1, () => true);
  const got = first?.label ?? '';
  const rivals = leading(model, sums, 1, (label) => !kin(label, got));
  return {
    ...evidence(first === undefined ? [] : [first, ...rivals], row.known, kin),
    right: kin(got, document.label),
    harms: !kin(got, document.label) && harms(document.label, got),
  };
}

/** The lead is counted against the first that is no kin of the best. */
export function evidence(order: readonly Score[], known: number, kin: Kin): Evidence {
  const [first] = order;
  if (first === undefined) return { score: -1, lead: 0, known };
  const rival = order.find(({ label }) => !kin(label, first.label));
  return { score: first.score, lead: first.score - (rival?.score ?? -1), known };
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
