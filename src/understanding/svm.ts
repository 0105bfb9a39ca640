import { randomFrom } from './random.ts';
import type { Weighed } from './weigh.ts';

/** What a message scores that shares nothing with a class. Fixed, not learnt. */
export const OFFSET = -1;

/** The weights of one class that are worth keeping, by rising feature. */
export interface ClassWeights {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

/** Cost of a mistake on a document of the class, and on one of the others. */
const POSITIVE = 4;
const NEGATIVE = 0.25;
/** Smaller weights are dropped: half of all, and nothing gets worse by it. By what they add to a score was tried: no better. */
const SMALLEST = 0.03;

/** Passes over the documents of the class alone, and over each set that the others join. */
const FIRST = 2;
const PASSES = 4;
/** A set is solved where no document is further from its bound than this. */
const NEAR = 0.1;
/** How often the others are looked through for those that come too near, how many join then, and what too near is. */
const ROUNDS = 2;
const JOIN = 150;
const JOIN_EACH = 5;
const TOO_NEAR = 0.1;
/** Features that more of the rows have say nothing of which are near at first; weights below this hardly do later. */
const COMMON = 0.03;
const SPEAKS = 0.05;

/**
 * Weights of one class against the rest: linear SVM with squared hinge loss by dual coordinate descent (Hsieh et al. 2008,
 * as in LIBLINEAR), about a fixed offset. Because of the offset a document that shares no word with the class is right
 * from the start, so only the class itself and the few hundred of the others that come near it are trained on: it gets as
 * near to the optimum as all of them would in ten passes, in a sixth of the time. Deterministic: seed and data alone.
 */
export function createTrainer(weighed: Weighed, features: number) {
  const { starts, at, value } = weighed;
  const rows = starts.length - 1;
  const columns = columnsOf(weighed, features);
  const squares = squaresOf(weighed);
  const common = commonest(columns.starts, COMMON * rows);
  // Scratch, all zero between classes.
  const weights = new Float64Array(features);
  const alpha = new Float64Array(rows);
  const near = new Float32Array(rows);
  /** 1: of the class, -1: of the others, 0: not in the set. */
  const side = new Int8Array(rows);
  const set = new Int32Array(rows);
  const found = new Int32Array(rows);
  const isTouched = new Uint8Array(features);
  const touched = new Int32Array(features);
  const steps = new Int32Array(STEPS);
  let size = 0;
  let touches = 0;

  function join(row: number, sign: number): void {
    set[size++] = row;
    side[row] = sign;
    const end = starts[row + 1] ?? 0;
    for (let k = starts[row] ?? 0; k < end; k++) {
      const f = at[k] ?? 0;
      if (isTouched[f] === 1) continue;
      isTouched[f] = 1;
      touched[touches++] = f;
    }
  }

  function sumOf(row: number): number {
    const end = starts[row + 1] ?? 0;
    let sum = OFFSET;
    for (let k = starts[row] ?? 0; k < end; k++) sum += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0);
    return sum;
  }

  function solve(passes: number, random: () => number): void {
    // Those that are far on the right side are passed over for the rest of this solving.
    let active = size;
    for (let pass = 0; pass < passes; pass++) {
      let highest = 0;
      let lowest = 0;
      for (let s = active - 1; s > 0; s--) swap(set, s, Math.floor(random() * (s + 1)));
      for (let s = 0; s < active; s++) {
        const row = set[s] ?? 0;
        const sign = side[row] ?? 1;
        const soft = 0.5 / (sign > 0 ? POSITIVE : NEGATIVE);
        const old = alpha[row] ?? 0;
        const gradient = sign * sumOf(row) - 1 + soft * old;
        if (old === 0 && gradient >= NEAR) {
          active -= 1;
          swap(set, s, active);
          s -= 1;
          continue;
        }
        const projected = old === 0 ? Math.min(gradient, 0) : gradient;
        highest = Math.max(highest, projected);
        lowest = Math.min(lowest, projected);
        if (Math.abs(projected) < 1e-9) continue;
        const updated = Math.max(old - gradient / ((squares[row] ?? 1) + soft), 0);
        alpha[row] = updated;
        const step = (updated - old) * sign;
        const end = starts[row + 1] ?? 0;
        for (let k = starts[row] ?? 0; k < end; k++) {
          const f = at[k] ?? 0;
          weights[f] = (weights[f] ?? 0) + step * (value[k] ?? 0);
        }
      }
      if (highest - lowest < NEAR) return;
    }
  }

  /** Rows of others that come too near, the nearest `most` or somewhat more. `rough`: by what is rare and speaks for the class, not exactly. */
  function tooNear(rough: boolean, most: number): Int32Array {
    let n = 0;
    for (let t = 0; t < touches; t++) {
      const f = touched[t] ?? 0;
      const weight = weights[f] ?? 0;
      if (weight <= SPEAKS || (rough && f < common)) continue;
      const end = columns.starts[f + 1] ?? 0;
      for (let k = columns.starts[f] ?? 0; k < end; k++) {
        const row = columns.rows[k] ?? 0;
        const before = near[row] ?? 0;
        if (before === 0) found[n++] = row;
        near[row] = before + weight * (columns.value[k] ?? 0);
      }
    }
    let close = 0;
    steps.fill(0);
    for (let k = 0; k < n; k++) {
      const row = found[k] ?? 0;
      const about = near[row] ?? 0;
      near[row] = 0;
      if (side[row] !== 0 || about <= TOO_NEAR) continue;
      const exact = rough ? about : sumOf(row) - OFFSET;
      if (exact <= TOO_NEAR) continue;
      near[row] = exact;
      found[close++] = row;
      const step = stepOf(exact);
      steps[step] = (steps[step] ?? 0) + 1;
    }
    // By steps: ordering thousands for the sake of some hundreds would cost more than finding them.
    let least = steps.length - 1;
    for (let room = most - (steps[least] ?? 0); least > 0 && room > 0; room -= steps[least] ?? 0) least -= 1;
    let taken = 0;
    for (let k = 0; k < close; k++) {
      const row = found[k] ?? 0;
      if (stepOf(near[row] ?? 0) >= least) found[taken++] = row;
      near[row] = 0;
    }
    return found.subarray(0, taken);
  }

  function forget(): void {
    for (let s = 0; s < size; s++) {
      alpha[set[s] ?? 0] = 0;
      side[set[s] ?? 0] = 0;
    }
    for (let t = 0; t < touches; t++) {
      weights[touched[t] ?? 0] = 0;
      isTouched[touched[t] ?? 0] = 0;
    }
    size = 0;
    touches = 0;
  }

  return (own: readonly number[], seed: number): ClassWeights => {
    const random = randomFrom(seed);
    for (const row of own) join(row, 1);
    solve(FIRST, random);
    for (let round = 0; round < ROUNDS; round++) {
      const others = tooNear(round === 0, JOIN + JOIN_EACH * own.length);
      if (others.length === 0) break;
      for (const row of others) join(row, -1);
      solve(PASSES, random);
    }
    const kept = touched
      .slice(0, touches)
      .filter((f) => Math.abs(weights[f] ?? 0) >= SMALLEST)
      .sort();
    const result = { features: kept, weights: Float32Array.from(kept, (f) => weights[f] ?? 0) };
    forget();
    return result;
  };
}

/** How near two rows must be to each other to count as the same. */
const STEPS = 256;
const stepOf = (near: number): number => Math.min(STEPS - 1, Math.floor(near * 64));

interface Columns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly value: Float32Array;
}

/** The same by features: which rows have them. */
function columnsOf({ starts, at, value }: Weighed, features: number): Columns {
  const heads = new Int32Array(features + 1);
  for (const f of at) heads[f + 1] = (heads[f + 1] ?? 0) + 1;
  for (let f = 0; f < features; f++) heads[f + 1] = (heads[f + 1] ?? 0) + (heads[f] ?? 0);
  const filled = heads.slice();
  const rows = new Int32Array(at.length);
  const values = new Float32Array(at.length);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
      const f = at[k] ?? 0;
      const place = filled[f] ?? 0;
      rows[place] = row;
      values[place] = value[k] ?? 0;
      filled[f] = place + 1;
    }
  return { starts: heads, rows, value: values };
}

function squaresOf({ starts, value }: Weighed): Float64Array {
  const squares = new Float64Array(starts.length - 1);
  for (let row = 0; row < squares.length; row++)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      squares[row] = (squares[row] ?? 0) + (value[k] ?? 0) ** 2;
  return squares;
}

/** Features are numbered from the commonest on: the first that no more than `most` rows have. */
function commonest(starts: Int32Array, most: number): number {
  let f = 0;
  while (f + 1 < starts.length && (starts[f + 1] ?? 0) - (starts[f] ?? 0) > most) f += 1;
  return f;
}

function swap(list: Int32Array, a: number, b: number): void {
  const kept = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = kept;
}
