import type { Release } from '#knowledge/release.ts';
import type { Alarm } from '#knowledge/schema/safety.ts';
import { hear } from '../words/heard.ts';
import { isHeard, patterns, taken, type Pattern } from '../words/pattern.ts';

/** What a message sounds like. `harmless`: it holds a phrase that only sounds like danger. */
export interface Sounded {
  readonly alarm: Alarm | null;
  readonly harmless: boolean;
}

interface Opened {
  readonly alarms: readonly {
    readonly alarm: Alarm;
    readonly says: readonly Pattern[];
    readonly surely: readonly Pattern[];
    readonly alone: readonly Pattern[];
  }[];
  readonly harmless: readonly Pattern[];
}

/** A cry alone may carry "ad ơi" and the like. */
const ALONE = 4;

/** Whether she or somebody is in danger, by her words alone: no classifier is asked where a life may hang on it. */
export function soundOf(release: Release, text: string): Sounded {
  const { safety } = release;
  if (safety === null) return { alarm: null, harmless: false };
  const { alarms, harmless } = opened(release);
  const words = hear(text, safety.short);
  const deaf = taken(harmless, words);
  const heard = alarms.find(
    ({ says, surely, alone }) =>
      isHeard(surely, words) ||
      isHeard(says, words, deaf) ||
      (words.length <= ALONE && isHeard(alone, words, deaf)),
  );
  return { alarm: heard?.alarm ?? null, harmless: deaf.size > 0 };
}

const kept = new WeakMap<Release, Opened>();

/** Patterns are read once a release. */
function opened(release: Release): Opened {
  const before = kept.get(release);
  if (before !== undefined) return before;
  const groups = release.safety?.groups ?? {};
  const now: Opened = {
    alarms: (release.safety?.alarms ?? []).map((alarm) => ({
      alarm,
      says: patterns(alarm.says, groups),
      surely: patterns(alarm.surely, groups),
      alone: patterns(alarm.alone, groups),
    })),
    harmless: patterns(release.safety?.harmless ?? [], groups),
  };
  kept.set(release, now);
  return now;
}
