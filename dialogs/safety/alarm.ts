import type { Release } from '#knowledge/release.ts';
import type { Alarm } from '#knowledge/schema/safety.ts';
import { hear, type Heard } from '../words/heard.ts';
import { together } from '../words/likely.ts';
import { find, isHeard, taken } from '../words/find.ts';
import { patterns, type Pattern } from '../words/pattern.ts';

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
  readonly past: Readonly<Record<'when' | 'paper' | 'now', readonly Pattern[]>>;
  /** Of all these lists, what a message may hold: hardly ever anything. */
  readonly likelyIn: ReturnType<typeof together>;
}

/** A cry alone may carry "ad ơi" and the like. */
const ALONE = 4;

/** Whether she or somebody is in danger, by her words alone: no classifier is asked where a life may hang on it. */
export function soundOf(release: Release, text: string): Sounded {
  const { safety } = release;
  if (safety === null) return { alarm: null, harmless: false };
  const { alarms, harmless, past, likelyIn } = opened(release);
  const words = hear(text, safety.short);
  const likely = likelyIn(words);
  const deaf = taken(likely(harmless), words);
  const heard = (list: readonly Pattern[], besides?: ReadonlySet<number>): boolean =>
    likely(list).some((one) => find(one, words, besides) !== null);
  const isPast = heard(past.when) && heard(past.paper) && !heard(past.now);
  let over = false;
  const found = alarms.find(({ alarm, says, surely, alone }) => {
    if (heard(surely)) return true;
    if (heard(says, deaf)) {
      if (!isPast || !alarm.unlessPast || !allOver(says, past.paper, words, deaf)) return true;
      over = true;
    }
    return words.length <= ALONE && heard(alone, deaf);
  });
  return { alarm: found?.alarm ?? null, harmless: over || deaf.size > 0 };
}

/** "Nhà cháy năm ngoái, giờ làm lại khai sinh": a paper is asked for after each danger that is heard. */
const allOver = (
  says: readonly Pattern[],
  paper: readonly Pattern[],
  words: readonly Heard[],
  deaf: ReadonlySet<number>,
): boolean =>
  says.every((one) => {
    const found = find(one, words, deaf);
    return found === null || isHeard(paper, words.slice(found.to));
  });

const kept = new WeakMap<Release, Opened>();

/** Patterns are read once a release. */
function opened(release: Release): Opened {
  const before = kept.get(release);
  if (before !== undefined) return before;
  const groups = release.safety?.groups ?? {};
  const alarms = (release.safety?.alarms ?? []).map((alarm) => ({
    alarm,
    says: patterns(alarm.says, groups),
    surely: patterns(alarm.surely, groups),
    alone: patterns(alarm.alone, groups),
  }));
  const harmless = patterns(release.safety?.harmless ?? [], groups);
  const past = {
    when: patterns(release.safety?.past.when ?? [], groups),
    paper: patterns(release.safety?.past.paper ?? [], groups),
    now: patterns(release.safety?.past.now ?? [], groups),
  };
  const lists = alarms.flatMap(({ says, surely, alone }) => [says, surely, alone]);
  const likelyIn = together([...lists, harmless, ...Object.values(past)]);
  const now: Opened = { alarms, harmless, past, likelyIn };
  kept.set(release, now);
  return now;
}
