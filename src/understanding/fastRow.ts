import { STRANGE_PAIR, type Row, type Vocabulary } from './features.ts';
import type { Word } from './text.ts';

/** A vocabulary by numbers: a message is read without making a string. Gives the very rows of `rowOf`. */
export interface FastVocabulary {
  readonly ids: ReadonlyMap<string, number>;
  /** Feature of a single word by its id, as typed and folded; -1: none. */
  readonly typed: Int32Array;
  readonly folded: Int32Array;
  /** Feature of a pair by first id × 2^16 + second id. */
  readonly typedPairs: ReadonlyMap<number, number>;
  readonly foldedPairs: ReadonlyMap<number, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  readonly unknown: number;
  readonly strange: number;
}

export function openFast({ index, idf, unknownIdf, strange }: Vocabulary): FastVocabulary {
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const groups = new Map<string, number>();
  const singles: [channel: string, id: number, feature: number][] = [];
  const pairs = { a: new Map<number, number>(), f: new Map<number, number>() };
  for (const [name, feature] of index) {
    const channel = name.startsWith('a:') ? 'a' : 'f';
    const rest = name.slice(2);
    const space = rest.indexOf(' ');
    if (rest.startsWith('@')) groups.set(rest, feature);
    else if (space < 0) singles.push([channel, idOf(rest), feature]);
    else pairs[channel].set(idOf(rest.slice(0, space)) * 65_536 + idOf(rest.slice(space + 1)), feature);
  }
  const [typed, folded] = [new Int32Array(ids.size).fill(-1), new Int32Array(ids.size).fill(-1)];
  for (const [channel, id, feature] of singles) (channel === 'a' ? typed : folded)[id] = feature;
  return {
    ids,
    typed,
    folded,
    typedPairs: pairs.a,
    foldedPairs: pairs.f,
    groups,
    idf,
    unknown: unknownIdf * unknownIdf,
    strange,
  };
}

/** Scratch: how often each feature stands in the message. The matcher is synchronous, so one is enough. */
let counts = new Uint16Array(0);

export function fastRow(words: readonly Word[], vocabulary: FastVocabulary): Row {
  const { idf } = vocabulary;
  if (counts.length < idf.length) counts = new Uint16Array(idf.length);
  const at: number[] = [];
  const value: number[] = [];
  let knownSquares = 0;
  let squares = 0;
  for (const channel of [readTyped, readFolded]) {
    const first = at.length;
    const unknown = channel(words, vocabulary, at) * vocabulary.unknown;
    let known = 0;
    for (let k = first; k < at.length; k++) {
      const feature = at[k] ?? 0;
      const weight = (1 + Math.log(counts[feature] ?? 1)) * (idf[feature] ?? 0);
      counts[feature] = 0;
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

/** Counts a feature, and notes it where it is new. */
function count(feature: number, at: number[]): void {
  const before = counts[feature] ?? 0;
  if (before === 0) at.push(feature);
  counts[feature] = before + 1;
}

function readTyped(words: readonly Word[], { ids, typed, typedPairs }: FastVocabulary, at: number[]): number {
  let strange = 0;
  let before = -2;
  for (const { word } of words) {
    const id = ids.get(word) ?? -1;
    const feature = id < 0 ? -1 : (typed[id] ?? -1);
    if (feature < 0) strange += 1;
    else count(feature, at);
    if (before !== -2) {
      const pair = before < 0 || id < 0 ? undefined : typedPairs.get(before * 65_536 + id);
      if (pair === undefined) strange += STRANGE_PAIR;
      else count(pair, at);
    }
    before = id;
  }
  return strange;
}

function readFolded(
  words: readonly Word[],
  { ids, folded, foldedPairs, groups }: FastVocabulary,
  at: number[],
): number {
  let strange = 0;
  let before = -2;
  let group: string | null = null;
  for (const word of words) {
    const id = ids.get(word.folded) ?? -1;
    const feature = id < 0 ? -1 : (folded[id] ?? -1);
    if (feature < 0) strange += 1;
    else count(feature, at);
    if (before !== -2) {
      const pair = before < 0 || id < 0 ? undefined : foldedPairs.get(before * 65_536 + id);
      if (pair === undefined) strange += STRANGE_PAIR;
      else count(pair, at);
    }
    before = id;
    if (word.group === undefined) continue;
    const own = groups.get(`@${word.group}`);
    if (own === undefined) strange += 1;
    else count(own, at);
    if (group !== null && group !== word.group) {
      const both = groups.get(group < word.group ? `@${group} @${word.group}` : `@${word.group} @${group}`);
      if (both === undefined) strange += STRANGE_PAIR;
      else count(both, at);
    }
    group = word.group;
  }
  return strange;
}
