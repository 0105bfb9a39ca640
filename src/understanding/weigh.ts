import { CHANNELS, type Corpus } from './corpus.ts';
import { isPair } from './featureKinds.ts';
import { STRANGE, STRANGE_PAIR } from './features.ts';

/** How much the features of a corpus tell, learnt from some of its rows. */
export interface Weighing {
  /** 0: no row has the feature. */
  readonly idf: Float32Array;
  readonly unknownIdf: number;
  readonly strange: number;
}

export function learnWeighing(corpus: Corpus, rows: Int32Array): Weighing {
  const { starts, at, inside } = corpus;
  const n = new Int32Array(corpus.kinds.length);
  for (const row of rows) {
    const end = starts[CHANNELS * (row + 1)] ?? 0;
    for (let k = starts[CHANNELS * row] ?? 0; k < end; k++)
      if (inside === null || inside[k] === 1) {
        const feature = at[k] ?? 0;
        n[feature] = (n[feature] ?? 0) + 1;
      }
  }
  return {
    idf: Float32Array.from(n, (own) => (own === 0 ? 0 : 1 + Math.log((1 + rows.length) / (1 + own)))),
    unknownIdf: 1 + Math.log((1 + rows.length) / 2),
    strange: inside === null ? 1 : STRANGE,
  };
}

/** Rows of a corpus, weighed: logarithmic TF times IDF, each channel of length 1. */
export interface Weighed {
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly value: Float32Array;
  /** Share of each row's weight that the weighing knows, 0–1. */
  readonly known: Float64Array;
}

export function weighRows(corpus: Corpus, rows: Int32Array, { idf, unknownIdf, strange }: Weighing): Weighed {
  const { kinds, counts } = corpus;
  const strangeOf = Float64Array.from(kinds, (kind) => (isPair(kind) ? STRANGE_PAIR : 1) * unknownIdf ** 2);
  let most = 0;
  for (const row of rows)
    most += (corpus.starts[CHANNELS * (row + 1)] ?? 0) - (corpus.starts[CHANNELS * row] ?? 0);
  const at = new Int32Array(most);
  const value = new Float32Array(most);
  const starts = new Int32Array(rows.length + 1);
  const known = new Float64Array(rows.length);
  let filled = 0;
  rows.forEach((row, i) => {
    let [knownSquares, squares] = [0, 0];
    for (let channel = CHANNELS * row; channel < CHANNELS * (row + 1); channel++) {
      const first = filled;
      let [own, unknown] = [0, 0];
      const end = corpus.starts[channel + 1] ?? 0;
      for (let k = corpus.starts[channel] ?? 0; k < end; k++) {
        const feature = corpus.at[k] ?? 0;
        const n = counts[k] ?? 1;
        const tells = idf[feature] ?? 0;
        if (tells === 0) {
          unknown += n * (strangeOf[feature] ?? 0);
          continue;
        }
        const weight = (n === 1 ? 1 : 1 + Math.log(n)) * tells;
        at[filled] = feature;
        value[filled] = weight;
        filled += 1;
        own += weight * weight;
      }
      const norm = Math.sqrt(own + strange * unknown) || 1;
      for (let k = first; k < filled; k++) value[k] = (value[k] ?? 0) / norm;
      knownSquares += own;
      squares += own + unknown;
    }
    known[i] = squares === 0 ? 0 : knownSquares / squares;
    starts[i + 1] = filled;
  });
  return { starts, at: at.subarray(0, filled), value: value.subarray(0, filled), known };
}
