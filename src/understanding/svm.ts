import type { Row } from './features.ts';
import { randomFrom } from './random.ts';

export interface SvmOptions {
  readonly features: number;
  /** Cost of a mistake on a document of the class, and on one of the others. */
  readonly positive: number;
  readonly negative: number;
  readonly epochs: number;
  readonly seed: number;
}

/** All rows in one piece of memory: training passes over them thousands of times. */
export interface Matrix {
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly value: Float64Array;
  /** Squared length of each row. */
  readonly squares: Float64Array;
}

/** What a message scores that shares nothing with a class. Fixed, not learnt. */
export const OFFSET = -1;

export function matrixOf(rows: readonly Row[]): Matrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = (starts[i] ?? 0) + row.at.length));
  const at = new Int32Array(starts.at(-1) ?? 0);
  const value = new Float64Array(at.length);
  rows.forEach((row, i) => {
    at.set(row.at, starts[i]);
    value.set(row.value, starts[i]);
  });
  return {
    starts,
    at,
    value,
    squares: Float64Array.from(rows, (row) => row.value.reduce((sum, v) => sum + v * v, 0)),
  };
}

/**
 * Weights of one class against the rest: linear SVM with squared hinge loss by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, as in LIBLINEAR), about a fixed offset. Because of the offset a document that shares no word with
 * the class is right from the start and costs nothing, which halves training and keeps the weights sparse. Deterministic.
 */
export function trainSvm(
  matrix: Matrix,
  isPositive: (row: number) => boolean,
  options: SvmOptions,
): Float64Array {
  const { starts, at, value, squares } = matrix;
  const rows = squares.length;
  const weights = new Float64Array(options.features);
  const alpha = new Float64Array(rows);
  const sign = Float64Array.from(squares, (_, i) => (isPositive(i) ? 1 : -1));
  const order = Int32Array.from(squares, (_, i) => i);
  const random = randomFrom(options.seed);
  let active = rows;
  let shrinkAbove = Number.POSITIVE_INFINITY;

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let highest = 0;
    let lowest = 0;
    for (let s = active - 1; s > 0; s--) swap(order, s, Math.floor(random() * (s + 1)));
    for (let s = 0; s < active; s++) {
      const i = order[s] ?? 0;
      const y = sign[i] ?? 1;
      const soft = 0.5 / (y > 0 ? options.positive : options.negative);
      const old = alpha[i] ?? 0;
      const end = starts[i + 1] ?? 0;
      let sum = OFFSET;
      for (let k = starts[i] ?? 0; k < end; k++) sum += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0);
      const gradient = y * sum - 1 + soft * old;
      if (old === 0 && gradient >= shrinkAbove) {
        active -= 1;
        swap(order, s, active);
        s -= 1;
        continue;
      }
      const projected = old === 0 ? Math.min(gradient, 0) : gradient;
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (Math.abs(projected) < 1e-9) continue;
      const updated = Math.max(old - gradient / ((squares[i] ?? 1) + soft), 0);
      alpha[i] = updated;
      const step = (updated - old) * y;
      for (let k = starts[i] ?? 0; k < end; k++)
        weights[at[k] ?? 0] = (weights[at[k] ?? 0] ?? 0) + step * (value[k] ?? 0);
    }
    if (highest - lowest < 0.1) {
      if (active === rows) break;
      active = rows;
      shrinkAbove = Number.POSITIVE_INFINITY;
    } else shrinkAbove = highest;
  }
  return weights;
}

function swap(list: Int32Array, a: number, b: number): void {
  const kept = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = kept;
}
