import type { TimeFact } from '#knowledge/facts/fact.ts';
import type { Voice } from '../wording.ts';
import { isWeak, lockKey, type FactItem } from './fact-item.ts';
import type { Who } from './fee.ts';

export function timeItems(voice: Voice, facts: readonly TimeFact[], who: Who): FactItem[] {
  const label = voice.words('time.label');
  if (facts.length === 0)
    return [{ id: 'none', label, value: voice.words('time.unknown', { who: who([]) }), weak: true }];
  return facts.map((fact) => ({
    id: fact.id,
    // Several, because something is still open: each is named by its case.
    label:
      facts.length > 1 && fact.label !== null
        ? voice.words('time.label-case', { case: voice.text(fact.label) })
        : label,
    value: timeValue(voice, fact, who),
    weak: isWeak(fact),
    key: lockKey(fact),
  }));
}

export function timeValue(voice: Voice, fact: TimeFact, who: Who): string {
  if (fact.amount === 'unknown' || !fact.sure)
    return voice.words('time.unknown', { who: who(fact.whoKnows) });
  const base = fact.amount === 0 ? sameDay(voice, fact.cutoff) : duration(voice, fact.amount, fact.unit);
  return [
    base,
    ...fact.plus.map(({ amount, unit, why, applies }) =>
      voice.words(applies === 'yes' ? 'time.plus' : 'time.plus-if', {
        more: duration(voice, amount, unit),
        why: voice.text(why),
      }),
    ),
  ].join('. ');
}

const sameDay = (voice: Voice, cutoff: string | null): string =>
  cutoff === null ? voice.words('time.same-day') : voice.words('time.same-day-cutoff', { cutoff });

const duration = (voice: Voice, amount: number, unit: TimeFact['unit']): string =>
  voice.words(`time.${unit}`, { amount });
