import { withinOne } from './slips.ts';
import type { WordTable } from './wordTable.ts';

/**
 * Words by what remains of them when one letter is left out: two words one slip of the finger apart share such a rest.
 * Only hashes are kept, in chains; what is found is compared, so words that meet by chance do no harm.
 */
export interface SlipIndex {
  readonly table: WordTable;
  readonly mask: number;
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  readonly words: Uint16Array;
}

/** Indexes the words of the table that are `wanted`; those with digits are codes, and never meant otherwise. */
export function openSlips(table: WordTable, wanted: (id: number) => boolean): SlipIndex {
  const own: number[] = [];
  let entries = 0;
  table.list.forEach((word, id) => {
    if (word.length < 2 || !wanted(id) || /\d/u.test(word)) return;
    own.push(id);
    entries += word.length + 1;
  });
  const size = 2 ** Math.ceil(Math.log2(2 * entries + 2));
  const heads = new Int32Array(size).fill(-1);
  const nexts = new Int32Array(entries);
  const words = new Uint16Array(entries);
  let at = 0;
  for (const id of own)
    for (const hash of restsOf(table.list[id] ?? '')) {
      const place = hash & (size - 1);
      words[at] = id;
      nexts[at] = heads[place] ?? -1;
      heads[place] = at;
      at += 1;
    }
  return { table, mask: size - 1, heads, nexts, words };
}

/** Ids of the indexed words at most one slip away, in the order of their ids. */
export function slipsOf(word: string, { table, mask, heads, nexts, words }: SlipIndex): number[] {
  const found: number[] = [];
  for (const hash of restsOf(word))
    for (let at = heads[hash & mask] ?? -1; at >= 0; at = nexts[at] ?? -1) {
      const id = words[at] ?? 0;
      if (!found.includes(id) && withinOne(word, table.list[id] ?? '')) found.push(id);
    }
  return found.sort((a, b) => a - b);
}

/** Hashes of the word, and of what remains without each of its letters. */
function* restsOf(word: string): Generator<number> {
  for (let without = -1; without < word.length; without++) {
    let hash = 0x811c_9dc5;
    for (let i = 0; i < word.length; i++)
      if (i !== without) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
    yield (hash ^ (hash >>> 15)) >>> 0;
  }
}
