/** When to try again: 2, 4, 8 … s after the n-th try, at most 5 minutes, with a fifth of chance so that not all come at once. */
export function laterAt(now: number, attempts: number): number {
  const wait = Math.min(1000 * 2 ** Math.max(1, attempts), 300_000);
  return now + Math.round(wait * (1 + Math.random() / 5));
}
