import type { Release } from '../release.ts';
import type { Case } from './fact.ts';

/** Cases kept for each lookup and release. Most residents ask about the same few. */
const MOST = 2_000;

/**
 * A lookup is a pure function of release, case and what is looked up, and costs most of a turn: the results asked for
 * last are kept as long as their release lives. Callers share a result, so it is read-only.
 */
export function remembered<T, What extends readonly string[]>(
  lookup: (release: Release, caseOf: Case, ...what: What) => T,
): (release: Release, caseOf: Case, ...what: What) => T {
  const kept = keptByRelease<T>(MOST);
  return (release, caseOf, ...what) =>
    kept(release, caseKey(caseOf, ...what), () => lookup(release, caseOf, ...what));
}

/** Keeps what follows from a release and a key alone; of more than `most` keys the oldest is dropped. */
export function keptByRelease<T>(most: number): (release: Release, key: string, make: () => T) => T {
  const byRelease = new WeakMap<Release, Map<string, T>>();
  return (release, key, make) => {
    let kept = byRelease.get(release);
    if (kept === undefined) byRelease.set(release, (kept = new Map()));
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, made);
    return made;
  };
}

/** Everything that a case is, and more that decides, in one string. */
export function caseKey(
  { procedure, answers, channel, unit, date }: Case,
  ...more: readonly (string | null)[]
): string {
  const given = Object.entries(answers).map(([question, option]) => `${question}=${option}`);
  return JSON.stringify([procedure, channel, unit, date, ...more, ...given.sort()]);
}
