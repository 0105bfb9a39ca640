/** A seeded source of chance (mulberry32): the same seed walks the same residents. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** True in this share of cases. */
  hits(share: number): boolean;
  pick<T>(items: readonly T[]): T | undefined;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    hits: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}
