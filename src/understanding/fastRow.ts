import { STRANGE_PAIR } from './features.ts';
import { openPairs, pairAt, type PairTable } from './pairTable.ts';
import type { PackedLinear } from './model.ts';
import { featureKinds, type FeatureKind } from './featureKinds.ts';
import type { Word } from './text.ts';
import { idsOf, type WordTable } from './wordTable.ts';

/** The features of a model by the numbers of their words: a message is read without making a string. */
export interface FastVocabulary {
  readonly table: WordTable;
  /** Feature of a single word or group by its id; -1: none. */
  readonly typed: Int32Array;
  readonly folded: Int32Array;
  readonly groups: Int32Array;
  readonly grams: Int32Array;
  readonly typedPairs: PairTable;
  readonly foldedPairs: PairTable;
  readonly groupPairs: PairTable;
  readonly idf: Float32Array;
  readonly unknown: number;
  readonly strange: number;
}

/** The row of a message, as `rowOf` makes them for training; valid until the next one is read. */
export interface FastRow {
  readonly length: number;
  readonly at: Int32Array;
  readonly value: Float64Array;
  /** Share of the weight that the vocabulary knows, 0–1. */
  readonly known: number;
}

export function openFast(packed: PackedLinear, words: WordTable): FastVocabulary {
  const { kinds, firsts, seconds, unknownIdf } = packed;
  const rangeOf = (kind: FeatureKind): readonly [from: number, to: number] => {
    const place = featureKinds.indexOf(kind);
    const from = kinds.slice(0, place).reduce((sum, n) => sum + n, 0);
    return [from, from + (kinds[place] ?? 0)];
  };
  const single = (kind: FeatureKind): Int32Array => {
    const features = new Int32Array(words.list.length).fill(-1);
    const [from, to] = rangeOf(kind);
    for (let f = from; f < to; f++) features[firsts[f] ?? 0] = f;
    return features;
  };
  let read = 0;
  const pairs = (kind: FeatureKind): PairTable => {
    const [from, to] = rangeOf(kind);
    const own = seconds.subarray(read, read + to - from);
    read += to - from;
    return openPairs(firsts.subarray(from, to), own, (k) => from + k);
  };
  return {
    table: words,
    typed: single('typedWord'),
    folded: single('foldedWord'),
    groups: single('group'),
    grams: single('gram'),
    typedPairs: pairs('typedPair'),
    foldedPairs: pairs('foldedPair'),
    groupPairs: pairs('groupPair'),
    idf: packed.idf,
    unknown: unknownIdf * unknownIdf,
    strange: packed.strange,
  };
}

/** Syllables have four features at most, and messages have a bounded number of words; what runs of letters make beyond is left out. */
const MOST = 4096;

// Scratch: the matcher is synchronous, so one of each is enough.
const at = new Int32Array(MOST);
const value = new Float64Array(MOST);
let counts = new Uint16Array(0);
let length = 0;

export function fastRow(words: readonly Word[], vocabulary: FastVocabulary): FastRow {
  const { idf } = vocabulary;
  if (counts.length < idf.length) counts = new Uint16Array(idf.length);
  length = 0;
  let knownSquares = 0;
  let squares = 0;
  for (const channel of channels) {
    const first = length;
    const unknown = channel(words, vocabulary) * vocabulary.unknown;
    let known = 0;
    for (let k = first; k < length; k++) {
      const feature = at[k] ?? 0;
      const n = counts[feature] ?? 1;
      const weight = (n === 1 ? 1 : 1 + Math.log(n)) * (idf[feature] ?? 0);
      counts[feature] = 0;
      value[k] = weight;
      known += weight * weight;
    }
    const norm = Math.sqrt(known + vocabulary.strange * unknown) || 1;
    for (let k = first; k < length; k++) value[k] = (value[k] ?? 0) / norm;
    knownSquares += known;
    squares += known + unknown;
  }
  return { length, at, value, known: squares === 0 ? 0 : knownSquares / squares };
}

/** Counts a feature, and notes it where it is new. */
function count(feature: number): void {
  const before = counts[feature] ?? 0;
  if (before === 0) {
    if (length === MOST) return;
    at[length++] = feature;
  }
  counts[feature] = before + 1;
}

function readTyped(words: readonly Word[], { table, typed, typedPairs }: FastVocabulary): number {
  let strange = 0;
  let before = -2;
  for (const here of words) {
    const id = idsOf(here, table).word;
    const feature = id < 0 ? -1 : (typed[id] ?? -1);
    if (feature < 0) strange += 1;
    else count(feature);
    if (before !== -2) {
      const pair = before < 0 || id < 0 ? -1 : pairAt(typedPairs, before, id);
      if (pair < 0) strange += STRANGE_PAIR;
      else count(pair);
    }
    before = id;
  }
  return strange;
}

function readFolded(words: readonly Word[], vocabulary: FastVocabulary): number {
  const { table, folded, foldedPairs, groups, groupPairs } = vocabulary;
  let strange = 0;
  let before = -2;
  let group = -2;
  for (const here of words) {
    const ids = idsOf(here, table);
    const id = ids.folded;
    const feature = id < 0 ? -1 : (folded[id] ?? -1);
    if (feature < 0) strange += 1;
    else count(feature);
    if (before !== -2) {
      const pair = before < 0 || id < 0 ? -1 : pairAt(foldedPairs, before, id);
      if (pair < 0) strange += STRANGE_PAIR;
      else count(pair);
    }
    before = id;
    if (here.group === undefined) continue;
    const own = ids.group;
    const ownFeature = own < 0 ? -1 : (groups[own] ?? -1);
    if (ownFeature < 0) strange += 1;
    else count(ownFeature);
    if (group !== -2 && (group !== own || own < 0)) {
      const both = eitherWay(groupPairs, group, own);
      if (both < 0) strange += STRANGE_PAIR;
      else count(both);
    }
    group = own;
  }
  return strange;
}

/** Words of languages that have no endings have none. */
function readGrams(words: readonly Word[], { table, grams }: FastVocabulary): number {
  let strange = 0;
  for (const here of words) {
    if (here.grams === undefined) continue;
    for (const gram of here.grams) {
      const feature = grams[table.grams.get(gram) ?? -1] ?? -1;
      if (feature < 0) strange += 1;
      else count(feature);
    }
  }
  return strange;
}

const channels = [readTyped, readFolded, readGrams];

/** What is done to what, in either order. */
function eitherWay(pairs: PairTable, one: number, other: number): number {
  if (one < 0 || other < 0) return -1;
  const found = pairAt(pairs, one, other);
  return found < 0 ? pairAt(pairs, other, one) : found;
}

/** The features that words make, by their place in the message: what `because` shares among them. */
export function eachFeature(
  words: readonly Word[],
  vocabulary: FastVocabulary,
  visit: (feature: number, from: number, to: number) => void,
): void {
  const all = words.map((word) => idsOf(word, vocabulary.table));
  let group: { readonly id: number; readonly at: number } | null = null;
  all.forEach((here, i) => {
    const put = (feature: number | undefined, from: number): void => {
      if (feature !== undefined && feature >= 0) visit(feature, from, i);
    };
    put(vocabulary.typed[here.word], i);
    put(vocabulary.folded[here.folded], i);
    const before = all[i - 1];
    if (before !== undefined) {
      if (before.word >= 0 && here.word >= 0)
        put(pairAt(vocabulary.typedPairs, before.word, here.word), i - 1);
      if (before.folded >= 0 && here.folded >= 0)
        put(pairAt(vocabulary.foldedPairs, before.folded, here.folded), i - 1);
    }
    if (here.group < 0) return;
    put(vocabulary.groups[here.group], i);
    if (group !== null && group.id !== here.group)
      put(eitherWay(vocabulary.groupPairs, group.id, here.group), group.at);
    group = { id: here.group, at: i };
  });
}
