import { randomFrom } from './random.ts';
import type { Row } from './features.ts';

export interface SvmOptions {
  readonly features: number;
  /** Cost of a mistake on a document of the class, and on one of the others. */
  readonly positive: number;
  readonly negative: number;
  readonly epochs: number;
  readonly seed: number;
}

/**
 * Weights of one class against the rest, the bias last: linear SVM with squared hinge loss by dual coordinate
 * descent with shrinking (Hsieh et al. 2008, as in LIBLINEAR). Deterministic.
 */
export function trainSvm(
  rows: readonly Row[],
  isPositive: (row: number) => boolean,
  options: SvmOptions,
): Float64Array {
  const weights = new Float64Array(options.features + 1);
  const bias = options.features;
  const alpha = new Float64Array(rows.length);
  const sign = Float64Array.from(rows, (_, i) => (isPositive(i) ? 1 : -1));
  const softness = [0.5 / options.negative, 0.5 / options.positive];
  const squares = rows.map(({ value }) => value.reduce((sum, v) => sum + v * v, 1));
  const order = Int32Array.from(rows, (_, i) => i);
  const random = randomFrom(options.seed);
  let active = rows.length;
  let shrinkAbove = Number.POSITIVE_INFINITY;

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let highest = 0;
    let lowest = 0;
    for (let s = active - 1; s > 0; s--) swap(order, s, Math.floor(random() * (s + 1)));
    for (let s = 0; s < active; s++) {
      const i = order[s] ?? 0;
      const row = rows[i];
      if (row === undefined) continue;
      const y = sign[i] ?? 1;
      const soft = softness[y > 0 ? 1 : 0] ?? 1;
      const old = alpha[i] ?? 0;
      const gradient = y * (dot(weights, row) + (weights[bias] ?? 0)) - 1 + soft * old;
      if (old === 0 && gradient > shrinkAbove) {
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
      move(weights, row, bias, (updated - old) * y);
    }
    if (highest - lowest < 0.1) {
      if (active === rows.length) break;
      active = rows.length;
      shrinkAbove = Number.POSITIVE_INFINITY;
    } else shrinkAbove = highest > 0 ? highest : Number.POSITIVE_INFINITY;
  }
  return weights;
}

function dot(weights: Float64Array, row: Row): number {
  const { at, value } = row;
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum;
}

function move(weights: Float64Array, row: Row, bias: number, step: number): void {
  const { at, value } = row;
  for (let k = 0; k < at.length; k++)
    weights[at[k] ?? 0] = (weights[at[k] ?? 0] ?? 0) + step * (value[k] ?? 0);
  weights[bias] = (weights[bias] ?? 0) + step;
}

function swap(list: Int32Array, a: number, b: number): void {
  const kept = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = kept;
}
