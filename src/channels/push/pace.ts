/** Lets at most `most` calls a minute through, in this process; what is too much is told, and comes later. */
export function createPace(most: number, clock: () => number): { take(): boolean } {
  const state = { from: Number.NEGATIVE_INFINITY, taken: 0 };
  return {
    take() {
      const now = clock();
      if (now - state.from >= MINUTE) {
        state.from = now;
        state.taken = 0;
      }
      state.taken += 1;
      return state.taken <= most;
    },
  };
}

const MINUTE = 60_000;
