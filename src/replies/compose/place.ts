import type { PlaceFact } from '#knowledge/facts/fact.ts';
import type { Voice } from '../wording.ts';
import { isWeak, lockKey, type FactItem } from './fact-item.ts';

/** Where to hand it in, who decides, and whether it can go online. `unit`: full name of the target, if known. */
export function placeItems(voice: Voice, fact: PlaceFact, unit: string | null): FactItem[] {
  const weak = isWeak(fact);
  const key = lockKey(fact);
  const receive = voice.text(fact.receive);
  return [
    {
      id: 'receive',
      label: voice.words('place.label'),
      // A department of the city takes it: naming her ward there would send her to the wrong counter.
      value:
        unit === null || fact.desk === 'elsewhere'
          ? receive
          : voice.words('place.receive-at', { receive, unit }),
      weak,
      key,
    },
    ...(fact.anyCentre
      ? [
          {
            id: 'any-centre',
            label: voice.words('place.also'),
            value: voice.words('place.any-centre'),
            weak,
            key,
          },
        ]
      : []),
    { id: 'online', label: voice.words('place.online'), value: onlineWords(voice, fact), weak, key },
    { id: 'decide', label: voice.words('place.decide'), value: voice.text(fact.decide), weak, key },
  ];
}

export function onlineWords(voice: Voice, fact: PlaceFact): string {
  const { entry, level } = fact.online;
  if (entry === 'counter-only')
    return voice.words(fact.byPost ? 'place.counter-or-post' : 'place.counter-only');
  const via = voice.words(`entry.${entry}`);
  return level === 'unknown'
    ? voice.words('place.online-via', { via })
    : voice.words(`place.online-${level}`, { via });
}
