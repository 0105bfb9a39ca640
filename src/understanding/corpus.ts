import { kindAt } from './featureKinds.ts';
import type { Word } from './text.ts';
import { numberWords } from './wordTable.ts';

/** Documents as numbers: read once, then counted, weighed and trained on by any part of them, in any worker. */
export interface Corpus {
  readonly documents: number;
  /** Features, the commonest first, so that training keeps near what it touches most: kind, and the words that make it. */
  readonly kinds: Uint8Array;
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  /** Features of channel c of row r stand at starts[3 r + c] … starts[3 r + c + 1], with how often they stand there. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly counts: Uint8Array;
  /** 1: the feature is made of words that count. null: all do. */
  readonly inside: Uint8Array | null;
  /** Document of each row; a document that has diacritics has a second row without them. */
  readonly documentOf: Int32Array;
  readonly isCopy: Uint8Array;
}

/** Words as typed, folded ones with groups, runs of letters: each channel of a row has length 1. */
export const CHANNELS = 3;

/** `only`: see `learnVocabulary`. */
export function numberDocuments(
  documents: readonly (readonly Word[])[],
  only: ReadonlySet<string> | null,
): { readonly corpus: Corpus; readonly words: readonly string[] } {
  const words = numberWords();
  const rows = rowWriter(only !== null);
  documents.forEach((document, d) => {
    const typed = document.map(({ word }) => words.idOf(word));
    const folded = document.map((word) => words.idOf(word.folded));
    const counts = document.map((word) => only === null || only.has(word.folded));
    const rest = { document, folded, counts, idOf: words.idOf };
    rows.open(d, false);
    write(rows, typed, rest);
    if (typed.every((id, i) => id === folded[i])) return;
    rows.open(d, true);
    write(rows, folded, rest);
  });
  return { corpus: rows.close(documents.length), words: words.list() };
}

interface Read {
  readonly document: readonly Word[];
  readonly folded: readonly number[];
  /** Whether features may be made of the word. */
  readonly counts: readonly boolean[];
  readonly idOf: (word: string) => number;
}

/** Puts the features of one row: the same as `featuresOf` names. */
function write(rows: Rows, typed: readonly number[], { document, folded, counts, idOf }: Read): void {
  const may = (from: number, to: number): boolean => counts[from] === true && counts[to] === true;
  typed.forEach((id, i) => {
    rows.put(kind.typedWord, id, NO_WORD, may(i, i));
    const next = typed[i + 1];
    if (next !== undefined) rows.put(kind.typedPair, id, next, may(i, i + 1));
  });
  rows.nextChannel();
  let before: { readonly group: string; readonly at: number } | null = null;
  for (const [i, id] of folded.entries()) {
    rows.put(kind.foldedWord, id, NO_WORD, may(i, i));
    const next = folded[i + 1];
    if (next !== undefined) rows.put(kind.foldedPair, id, next, may(i, i + 1));
    const group = document[i]?.group;
    if (group === undefined) continue;
    rows.put(kind.group, idOf(`@${group}`), NO_WORD, may(i, i));
    if (before !== null && before.group !== group) {
      // What is done to what, in either order: "mất giấy khai sinh", "khai sinh bị mất".
      const [one, other] = before.group < group ? [before.group, group] : [group, before.group];
      rows.put(kind.groupPair, idOf(`@${one}`), idOf(`@${other}`), may(before.at, i));
    }
    before = { group, at: i };
  }
  rows.nextChannel();
  for (const [i, { grams }] of document.entries())
    for (const gram of grams ?? []) rows.put(kind.gram, idOf(`~${gram}`), NO_WORD, may(i, i));
}

const kind = {
  typedWord: kindAt('typedWord'),
  typedPair: kindAt('typedPair'),
  foldedWord: kindAt('foldedWord'),
  foldedPair: kindAt('foldedPair'),
  group: kindAt('group'),
  groupPair: kindAt('groupPair'),
  gram: kindAt('gram'),
};

/** In place of a second word. */
export const NO_WORD = -1;

type Rows = ReturnType<typeof rowWriter>;

function rowWriter(limited: boolean) {
  const features = interner();
  const [at, counts, inside, starts, documentOf, isCopy] = [list(), list(), list(), list(), list(), list()];
  /** Entry of a feature in the row that is written. */
  let entryOf = new Int32Array(1 << 16).fill(-1);
  let first = 0;
  const nextChannel = (): void => starts.push(at.length());
  return {
    open: (document: number, copy: boolean): void => {
      while (starts.length() < CHANNELS * documentOf.length()) nextChannel();
      documentOf.push(document);
      isCopy.push(copy ? 1 : 0);
      nextChannel();
      first = at.length();
    },
    nextChannel,
    put: (of: number, one: number, other: number, counted: boolean): void => {
      const feature = features.idOf(of, one, other);
      if (feature >= entryOf.length) {
        const longer = new Int32Array(2 * entryOf.length).fill(-1);
        longer.set(entryOf);
        entryOf = longer;
      }
      let entry = entryOf[feature] ?? -1;
      if (entry < first) {
        entry = at.length();
        entryOf[feature] = entry;
        at.push(feature);
        counts.push(0);
        inside.push(0);
      }
      counts.set(entry, Math.min(255, counts.get(entry) + 1));
      if (counted) inside.set(entry, 1);
    },
    close: (documents: number): Corpus => {
      while (starts.length() <= CHANNELS * documentOf.length()) nextChannel();
      const own = at.array();
      const { kinds, firsts, seconds } = features;
      const rows = new Int32Array(kinds.length());
      for (const feature of own) rows[feature] = (rows[feature] ?? 0) + 1;
      const order = Int32Array.from(rows, (_, f) => f).sort(
        (a, b) => (rows[b] ?? 0) - (rows[a] ?? 0) || a - b,
      );
      const placeOf = new Int32Array(order.length);
      order.forEach((feature, place) => (placeOf[feature] = place));
      return {
        documents,
        kinds: Uint8Array.from(order, (feature) => kinds.get(feature)),
        firsts: Int32Array.from(order, (feature) => firsts.get(feature)),
        seconds: Int32Array.from(order, (feature) => seconds.get(feature)),
        starts: starts.array(),
        at: own.map((feature) => placeOf[feature] ?? 0),
        counts: Uint8Array.from(counts.array()),
        inside: limited ? Uint8Array.from(inside.array()) : null,
        documentOf: documentOf.array(),
        isCopy: Uint8Array.from(isCopy.array()),
      };
    },
  };
}

/** Numbers features by kind and words; open addressing, because a Map takes ten times as long. */
function interner() {
  const [kinds, firsts, seconds] = [list(), list(), list()];
  let heads = new Int32Array(1 << 17).fill(-1);
  const placeFor = (of: number, one: number, other: number): number => {
    const mask = heads.length - 1;
    const mixed = Math.imul(
      Math.imul(one, 0x9e37_79b1) ^ Math.imul(other + 1, 0x85eb_ca6b) ^ of,
      0xc2b2_ae35,
    );
    let place = (mixed ^ (mixed >>> 15)) & mask;
    for (let id = heads[place] ?? -1; id >= 0; id = heads[place] ?? -1) {
      if (firsts.get(id) === one && seconds.get(id) === other && kinds.get(id) === of) break;
      place = (place + 1) & mask;
    }
    return place;
  };
  return {
    kinds,
    firsts,
    seconds,
    idOf: (of: number, one: number, other: number): number => {
      const place = placeFor(of, one, other);
      const found = heads[place] ?? -1;
      if (found >= 0) return found;
      const id = kinds.length();
      kinds.push(of);
      firsts.push(one);
      seconds.push(other);
      heads[place] = id;
      if (2 * id < heads.length) return id;
      heads = new Int32Array(2 * heads.length).fill(-1);
      for (let k = 0; k <= id; k++) heads[placeFor(kinds.get(k), firsts.get(k), seconds.get(k))] = k;
      return id;
    },
  };
}

/** A list of whole numbers that grows. */
function list() {
  let values = new Int32Array(1 << 12);
  let n = 0;
  return {
    length: (): number => n,
    get: (place: number): number => values[place] ?? 0,
    set: (place: number, value: number): void => void (values[place] = value),
    push: (value: number): void => {
      if (n === values.length) {
        const longer = new Int32Array(2 * n);
        longer.set(values);
        values = longer;
      }
      values[n++] = value;
    },
    array: (): Int32Array<ArrayBuffer> => values.slice(0, n),
  };
}
