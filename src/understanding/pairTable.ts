/** Numbers by pairs of word ids: open addressing in two arrays, because a Map of the same takes ten times the memory. */
export interface PairTable {
  /** First id × 2^16 + second id, plus 1; 0: free. */
  readonly keys: Uint32Array;
  readonly values: Int32Array;
  readonly mask: number;
}

/** `valueOf(k)`: what stands under the k-th pair. The first of equal pairs counts. */
export function openPairs(
  firsts: ArrayLike<number>,
  seconds: ArrayLike<number>,
  valueOf: (k: number) => number,
): PairTable {
  const size = 2 ** Math.ceil(Math.log2(2 * firsts.length + 2));
  const table = { keys: new Uint32Array(size), values: new Int32Array(size), mask: size - 1 };
  for (let k = 0; k < firsts.length; k++) {
    const key = keyOf(firsts[k] ?? 0, seconds[k] ?? 0);
    const at = placeOf(table, key);
    if (table.keys[at] === key) continue;
    table.keys[at] = key;
    table.values[at] = valueOf(k);
  }
  return table;
}

/** -1: there is no such pair. Ids are 0 … 65,534. */
export function pairAt(table: PairTable, first: number, second: number): number {
  const key = keyOf(first, second);
  const at = placeOf(table, key);
  return table.keys[at] === key ? (table.values[at] ?? -1) : -1;
}

const keyOf = (first: number, second: number): number => (((first << 16) | second) + 1) >>> 0;

function placeOf({ keys, mask }: PairTable, key: number): number {
  let at = (Math.imul(key, 0x9e37_79b1) >>> 15) & mask;
  while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  return at;
}
