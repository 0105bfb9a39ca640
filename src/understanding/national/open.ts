import { slipsOf, type SlipIndex } from '../slipIndex.ts';
import type { WordTable } from '../wordTable.ts';
import type { NationalHit } from '../types.ts';
import { BETWEEN, nationalKinds, type PackedNational } from './pack.ts';

export type NationalEntry = Pick<NationalHit, 'code' | 'name' | 'body' | 'kind' | 'procedure'>;

/** The national list opened for lookups. Words by their ids in the model. */
export interface National {
  readonly packed: PackedNational;
  readonly text: Buffer;
  /** Entries as they were named before: the list is larger than what is ever asked about. */
  readonly read: Map<number, NationalEntry>;
  readonly table: WordTable;
  /** How much a word tells, by id: rare ones more; 0: no name has it. */
  readonly idf: Float32Array;
  readonly sequences: Uint16Array;
  readonly starts: Uint32Array;
  /** Entries that hold word w stand at postings[heads[w]] … postings[heads[w + 1]]. */
  readonly heads: Uint32Array;
  readonly postings: Uint16Array;
  /** Sum of idf of the different words of each name. */
  readonly weights: Float32Array;
}

export function openNational(packed: PackedNational, table: WordTable): National {
  const { sequences, starts } = packed;
  const total = packed.kinds.length;
  const heads = new Uint32Array(table.list.length + 1);
  eachWord(packed, table, (word) => (heads[word + 1] = (heads[word + 1] ?? 0) + 1));
  const idf = Float32Array.from(table.list, (_, word) => {
    const n = heads[word + 1] ?? 0;
    return n === 0 ? 0 : Math.log((1 + total) / (1 + n));
  });
  for (let w = 0; w + 1 < heads.length; w++) heads[w + 1] = (heads[w + 1] ?? 0) + (heads[w] ?? 0);
  const postings = new Uint16Array(heads.at(-1) ?? 0);
  const weights = new Float32Array(total);
  const filled = heads.slice();
  eachWord(packed, table, (word, entry) => {
    const at = filled[word] ?? 0;
    postings[at] = entry;
    filled[word] = at + 1;
    weights[entry] = (weights[entry] ?? 0) + (idf[word] ?? 0);
  });
  const text = Buffer.from(packed.text.buffer, packed.text.byteOffset, packed.text.length);
  return { packed, text, read: new Map(), table, idf, sequences, starts, heads, postings, weights };
}

/** Whether some name has the word. */
export const isNamed = ({ heads }: National, id: number): boolean => (heads[id + 1] ?? 0) > (heads[id] ?? 0);

/** The word's id, or that of the nearest word of the list one slip away. null: no name has it. */
export function idOf(
  national: National,
  slips: SlipIndex,
  word: string,
): { readonly id: number; readonly exact: boolean } | null {
  const id = national.table.ids.get(word);
  if (id !== undefined && isNamed(national, id)) return { id, exact: true };
  if (word.length < 3 || word.length > 20) return null;
  let best = -1;
  // Among words as near, the one that most names have.
  for (const near of slipsOf(word, slips))
    if (isNamed(national, near) && (best < 0 || (national.idf[near] ?? 0) < (national.idf[best] ?? 0)))
      best = near;
  return best < 0 ? null : { id: best, exact: false };
}

/** Code, name, body, kind and our procedure of an entry. */
export function entryOf({ packed, text, read }: National, entry: number): NationalEntry {
  const before = read.get(entry);
  if (before !== undefined) return before;
  const [code = '', name = ''] = text
    .toString('utf8', packed.texts[entry], packed.texts[entry + 1])
    .split(BETWEEN);
  const found: NationalEntry = {
    code,
    name,
    body: packed.bodies[packed.bodyOf[entry] ?? 0] ?? '',
    kind: kindOfEntry(packed, entry),
    procedure: packed.procedures[(packed.procedureOf[entry] ?? 0) - 1] ?? null,
  };
  read.set(entry, found);
  return found;
}

export const kindOfEntry = ({ kinds }: PackedNational, entry: number): NationalHit['kind'] =>
  nationalKinds[kinds[entry] ?? 0] ?? 'unknown';

/** Every different word of every name once. */
function eachWord(
  { sequences, starts }: PackedNational,
  { list }: WordTable,
  visit: (word: number, entry: number) => void,
): void {
  const last = new Int32Array(list.length).fill(-1);
  for (let entry = 0; entry + 1 < starts.length; entry++)
    for (let at = starts[entry] ?? 0; at < (starts[entry + 1] ?? 0); at++) {
      const word = sequences[at] ?? 0;
      if (last[word] === entry) continue;
      last[word] = entry;
      visit(word, entry);
    }
}
