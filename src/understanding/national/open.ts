import { near, openNear, type Near } from './near.ts';
import type { PackedNational } from './pack.ts';

/** The national list opened for lookups. */
export interface National {
  readonly entries: PackedNational['entries'];
  readonly ids: ReadonlyMap<string, number>;
  /** How much a word tells, by id: rare ones more. */
  readonly idf: Float32Array;
  readonly sequences: Uint16Array;
  readonly starts: Int32Array;
  /** Entries that hold word w stand at postings[heads[w]] … postings[heads[w + 1]]. */
  readonly heads: Int32Array;
  readonly postings: Uint16Array;
  /** Sum of idf of the different words of each name. */
  readonly weights: Float32Array;
  readonly near: Near;
}

export function openNational(packed: PackedNational): National {
  const sequences = new Uint16Array(bytes(packed.sequences));
  const starts = new Int32Array(bytes(packed.starts));
  const total = packed.entries.length;
  const counts = new Int32Array(packed.words.length);
  eachWord(sequences, starts, (word) => (counts[word] = (counts[word] ?? 0) + 1));
  const heads = new Int32Array(counts.length + 1);
  counts.forEach((n, word) => (heads[word + 1] = (heads[word] ?? 0) + n));
  const postings = new Uint16Array(heads.at(-1) ?? 0);
  const idf = Float32Array.from(counts, (n) => Math.log((1 + total) / (1 + n)));
  const weights = new Float32Array(total);
  const filled = heads.slice();
  eachWord(sequences, starts, (word, entry) => {
    const at = filled[word] ?? 0;
    postings[at] = entry;
    filled[word] = at + 1;
    weights[entry] = (weights[entry] ?? 0) + (idf[word] ?? 0);
  });
  return {
    entries: packed.entries,
    ids: new Map(packed.words.map((word, id) => [word, id])),
    idf,
    sequences,
    starts,
    heads,
    postings,
    weights,
    near: openNear(packed.words),
  };
}

/** The word's id, or that of the nearest word one slip away. null: no name has it. */
export function idOf(
  national: National,
  word: string,
): { readonly id: number; readonly exact: boolean } | null {
  const id = national.ids.get(word);
  if (id !== undefined) return { id, exact: true };
  const best = near(national.near, word)
    .map((candidate) => national.ids.get(candidate))
    .filter((found) => found !== undefined)
    // Among words as near, the one that most names have.
    .sort((a, b) => (national.idf[a] ?? 0) - (national.idf[b] ?? 0))[0];
  return best === undefined ? null : { id: best, exact: false };
}

/** Every different word of every name once. */
function eachWord(
  sequences: Uint16Array,
  starts: Int32Array,
  visit: (word: number, entry: number) => void,
): void {
  for (let entry = 0; entry + 1 < starts.length; entry++)
    for (const word of new Set(sequences.subarray(starts[entry], starts[entry + 1]))) visit(word, entry);
}

/** A buffer of its own, because typed arrays ask for an aligned start. */
const bytes = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64')).buffer;
