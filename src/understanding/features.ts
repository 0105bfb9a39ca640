import type { Word } from './text.ts';

/** A sparse row; the two word channels have length 1 each before they are joined. */
export interface Row {
  readonly at: Int32Array;
  readonly value: Float64Array;
  /** Share of the weight that the vocabulary knows, 0–1. */
  readonly known: number;
}

export interface Vocabulary {
  readonly index: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  /** What an unknown feature weighs in the norm: strange messages score low. */
  readonly unknownIdf: number;
  /** Share of that which counts in the norm; in `known` it counts wholly. */
  readonly strange: number;
}

/** Of a message that is mostly about something, what is asked should still be heard, only a little less surely. */
export const STRANGE = 0.1;

/** Pairs of known words that never met say little; strange single words say that the message is not ours. */
export const STRANGE_PAIR = 0.1;

/**
 * Learns the features of the documents. `only`: folded words that features are made of, where others must not even
 * count as strange; the rest of the message then says nothing.
 */
export function learnVocabulary(
  documents: readonly (readonly Word[])[],
  only: ReadonlySet<string> | null = null,
): Vocabulary {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const names = new Set<string>();
    for (const { name, from, to } of featuresOf(document)) {
      const inside = [document[from], document[to]].every(
        (word) => word !== undefined && only?.has(word.folded),
      );
      if (only === null || inside) names.add(name);
    }
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const idf = Float32Array.from(counts.values(), (n) => 1 + Math.log((1 + documents.length) / (1 + n)));
  return {
    index: new Map([...counts.keys()].map((name, i) => [name, i])),
    idf,
    unknownIdf: 1 + Math.log((1 + documents.length) / 2),
    strange: only === null ? 1 : STRANGE,
  };
}

/** How often each feature stands in a text, by channel: read once, weighed by every vocabulary. */
export type Bag = Readonly<Record<Channel, ReadonlyMap<string, number>>>;

export function bagOf(words: readonly Word[]): Bag {
  const bag = {
    a: new Map<string, number>(),
    f: new Map<string, number>(),
    c: new Map<string, number>(),
  };
  for (const { channel, name } of featuresOf(words))
    bag[channel].set(name, (bag[channel].get(name) ?? 0) + 1);
  return bag;
}

/** Logarithmic TF times IDF, each channel of length 1. */
export function rowOf(bag: Bag, vocabulary: Vocabulary): Row {
  const at: number[] = [];
  const value: number[] = [];
  let knownSquares = 0;
  let squares = 0;
  for (const channel of ['a', 'f', 'c'] as const) {
    const first = at.length;
    let known = 0;
    let unknown = 0;
    for (const [name, n] of bag[channel]) {
      const i = vocabulary.index.get(name);
      const often = 1 + Math.log(n);
      if (i === undefined) {
        unknown += (name.includes(' ') ? STRANGE_PAIR : 1) * n * vocabulary.unknownIdf ** 2;
        continue;
      }
      const weight = often * (vocabulary.idf[i] ?? 0);
      at.push(i);
      value.push(weight);
      known += weight * weight;
    }
    const norm = Math.sqrt(known + vocabulary.strange * unknown) || 1;
    for (let k = first; k < value.length; k++) value[k] = (value[k] ?? 0) / norm;
    knownSquares += known;
    squares += known + unknown;
  }
  return {
    at: Int32Array.from(at),
    value: Float64Array.from(value),
    known: squares === 0 ? 0 : knownSquares / squares,
  };
}

/** Words as typed, and folded; and runs of their letters where they have some. */
type Channel = 'a' | 'f' | 'c';

interface Feature {
  readonly channel: Channel;
  /** Channel, then the words: "f:khai sinh". */
  readonly name: string;
  /** Places of the first and last word. */
  readonly from: number;
  readonly to: number;
}

/** Words and pairs, accented and folded. Triples and pairs that skip a word cost a third more and brought nothing here. */
export function featuresOf(words: readonly Word[]): Feature[] {
  const features: Feature[] = [];
  let before: { readonly group: string; readonly at: number } | null = null;
  words.forEach((here, i) => {
    const next = words[i + 1];
    features.push({ channel: 'a', name: `a:${here.word}`, from: i, to: i });
    features.push({ channel: 'f', name: `f:${here.folded}`, from: i, to: i });
    for (const gram of here.grams ?? []) features.push({ channel: 'c', name: `c:${gram}`, from: i, to: i });
    if (here.group !== undefined) {
      features.push({ channel: 'f', name: `f:@${here.group}`, from: i, to: i });
      // What is done to what, in either order: "mất giấy khai sinh", "khai sinh bị mất".
      if (before !== null && before.group !== here.group) {
        const [one, other] =
          before.group < here.group ? [before.group, here.group] : [here.group, before.group];
        features.push({ channel: 'f', name: `f:@${one} @${other}`, from: before.at, to: i });
      }
      before = { group: here.group, at: i };
    }
    if (next === undefined) return;
    features.push({ channel: 'a', name: `a:${here.word} ${next.word}`, from: i, to: i + 1 });
    features.push({ channel: 'f', name: `f:${here.folded} ${next.folded}`, from: i, to: i + 1 });
  });
  return features;
}
