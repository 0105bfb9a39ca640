import type { Release } from '../release.ts';
import type { Case } from './fact.ts';

/** Cases kept for each lookup and release. Most residents ask about the same few. */
const MOST = 2_000;

/**
 * A lookup is a pure function of release and case, and costs most of a turn: the results asked for last are kept
 * as long as their release lives. Callers share a result, so it is read-only.
 */
export function remembered<T>(
  lookup: (release: Release, caseOf: Case) => T,
): (release: Release, caseOf: Case) => T {
  const byRelease = new WeakMap<Release, Map<string, T>>();
  return (release, caseOf) => {
    let kept = byRelease.get(release);
    if (kept === undefined) byRelease.set(release, (kept = new Map()));
    const key = keyOf(caseOf);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const result = lookup(release, caseOf);
    if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, result);
    return result;
  };
}

function keyOf({ procedure, answers, channel, unit, date }: Case): string {
  const given = Object.entries(answers).map(([question, option]) => `${question}=${option}`);
  return JSON.stringify([procedure, channel, unit, date, ...given.sort()]);
}
