import type { ProcessingTime } from '../schema/procedure.ts';
import { settle } from '../condition.ts';
import { within, type Situation } from '../situation.ts';
import { open } from './case.ts';
import { groundsOf, whoKnows } from './grounds.ts';
import { remembered } from './remember.ts';
import type { TimeFact } from './fact.ts';

/** How long her case takes by law, on her date. */
export const timeFacts = remembered((release, caseOf): readonly TimeFact[] => {
  const opened = open(release, caseOf);
  if (opened === null) return [];
  const { procedure, at } = opened;
  return procedure.time.flatMap((time): TimeFact[] => {
    const grounds = within(at.date, time) ? groundsOf(procedure, time, at) : null;
    if (grounds === null) return [];
    const amount = grounds.sure ? time.amount : 'unknown';
    const known = amount !== 'unknown';
    return [
      {
        ...grounds,
        field: 'time',
        label: time.label ?? null,
        amount,
        unit: time.unit,
        cutoff: (known ? time.cutoff : undefined) ?? null,
        plus: known ? additions(time, at) : [],
        whoKnows: known ? [] : whoKnows(release, procedure, time.whoKnows),
      },
    ];
  });
});

function additions(time: ProcessingTime, at: Situation): TimeFact['plus'][number][] {
  return time.plus.flatMap(({ when, amount, unit, why }) => {
    const applies = when === undefined ? 'yes' : settle(when, at).applies;
    return applies === 'no' ? [] : [{ amount, unit, why, applies }];
  });
}
