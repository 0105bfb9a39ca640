import type { PackedLinear } from './model.ts';

export type Weights = Pick<PackedLinear, 'labels' | 'starts' | 'classes' | 'weights' | 'scale'>;

/** Labels that parts of a message are looked through for, and what shows soon that a part holds none. */
export interface Sought {
  readonly labels: ReadonlySet<string>;
  /** What each feature says most for any of them, in steps of the weights' scale. */
  readonly peaks: Int8Array;
  /** Others that most parts sound like, and that are no kin of any: their places, and what each feature says for them. */
  readonly rivals: readonly { readonly place: number; readonly steps: Int8Array }[];
}

export function openSought(
  weights: Weights,
  kinOf: (place: number) => readonly number[],
  seeks: (label: string) => boolean,
  common: readonly string[],
): Sought {
  const { labels, starts } = weights;
  const rivals = common
    .filter((label) => !seeks(label))
    .map((label) => labels.indexOf(label))
    .filter((place) => place >= 0 && kinOf(place).length === 1);
  return {
    labels: new Set(labels.filter(seeks)),
    peaks: peaksOf(weights, seeks),
    rivals: rivals.map((place) => ({
      place,
      steps: Int8Array.from({ length: starts.length - 1 }, (_, f) => stepsOf(weights, f, place)),
    })),
  };
}

function peaksOf(
  { labels, starts, classes, weights }: Weights,
  seeks: (label: string) => boolean,
): Int8Array {
  const isSought = Uint8Array.from(labels, (label) => (seeks(label) ? 1 : 0));
  const peaks = new Int8Array(starts.length - 1);
  for (let f = 0; f < peaks.length; f++)
    for (let e = starts[f] ?? 0; e < (starts[f + 1] ?? 0); e++)
      if (isSought[classes[e] ?? 0] === 1) peaks[f] = Math.max(peaks[f] ?? 0, weights[e] ?? 0);
  return peaks;
}

/** What feature f says for class c, in steps of the weights' scale; the classes of a feature rise. */
export function stepsOf({ starts, classes, weights }: Weights, f: number, c: number): number {
  let low = starts[f] ?? 0;
  let high = starts[f + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((classes[middle] ?? 0) < c) low = middle + 1;
    else high = middle;
  }
  return low < (starts[f + 1] ?? 0) && classes[low] === c ? (weights[low] ?? 0) : 0;
}
