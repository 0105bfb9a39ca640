import type { Fee } from '../schema/procedure.ts';
import { within, type Situation } from '../situation.ts';
import { open } from './case.ts';
import { groundsOf, whoKnows } from './grounds.ts';
import { remembered } from './remember.ts';
import type { FeeFact } from './fact.ts';

/**
 * What her case costs on her date; exemptions are statements (`statementFacts`). While the channel is not
 * chosen the lines of every channel are given, each true for its own `channel`.
 */
export const feeFacts = remembered((release, caseOf): readonly FeeFact[] => {
  const opened = open(release, caseOf);
  if (opened === null) return [];
  const { procedure, at } = opened;
  return procedure.fees.flatMap((fee): FeeFact[] => {
    const grounds = isCurrent(fee, at) ? groundsOf(procedure, fee, at) : null;
    if (grounds === null) return [];
    const amount = grounds.sure ? fee.amount : 'unknown';
    return [
      {
        ...grounds,
        field: 'fee',
        label: fee.label,
        amount,
        per: fee.per ?? null,
        channel: fee.channel,
        extra: fee.extra,
        note: (grounds.sure ? fee.note : undefined) ?? null,
        whoKnows: amount === 'unknown' ? whoKnows(release, procedure, fee.whoKnows) : [],
      },
    ];
  });
});

/** A line of her date and of a channel that she may still choose. */
export function isCurrent(fee: Fee, at: Situation): boolean {
  return within(at.date, fee) && (fee.channel === 'any' || at.channel === null || fee.channel === at.channel);
}
