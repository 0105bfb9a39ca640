/** Waiting that can be cut short: by `wake` (network is back, she came to the tab, something is to be sent). */
export interface Waiter {
  wait(ms: number): Promise<void>;
  wake(): void;
}

export function createWaiter(): Waiter {
  const waiting = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        waiting.add(done);
      }),
    wake: () => {
      for (const done of waiting) done();
    },
  };
}

/** 0.5 s, 1 s, 2 s … at most 15 s, each with ±30 % so that a restarted server is not met by everybody at once. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  return Math.min(500 * 2 ** attempt, 15_000) * (0.7 + 0.6 * random());
}
