import { localDate } from '#root/clock.ts';
import { counter, type Statement } from '#store/database.ts';
import type { Effect, TurnCommit, TurnWriter } from '#turns/ports.ts';
import type { DailyEvent } from './events.ts';
import { localHour } from './hour.ts';

const add = counter(
  `INSERT INTO daily_event (day, unit, channel, event, subject, step, detail, count)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (day, unit, channel, event, subject, step, detail)
   DO UPDATE SET count = daily_event.count + excluded.count`,
);

interface Count {
  readonly event: DailyEvent;
  readonly subject?: string;
  readonly step?: string;
  readonly detail?: string;
}

/** Counts what happened on the way, with the turn. Nothing of it leads to anybody, so erasing takes nothing. */
export function createCountsWriter(): TurnWriter {
  return { write: countsOf, erase: () => [] };
}

function countsOf(commit: TurnCommit): readonly Statement[] {
  const { account } = commit;
  if (account === undefined) return [];
  const day = localDate(commit.at);
  const { question } = commit;
  const counts: readonly Count[] = [
    ...commit.effects.flatMap((effect) => ofEffect(effect, commit)),
    ...(question === null ? [] : [{ event: 'hour', detail: localHour(question.at) } as const]),
  ];
  return counts.map(({ event, subject = '', step = '', detail = '' }) =>
    add(day, account.homeUnit ?? '', account.channel, event, subject, step, detail, 1),
  );
}

function ofEffect(effect: Effect, commit: TurnCommit): readonly Count[] {
  if (effect.kind === 'counted')
    return [{ event: effect.event, subject: effect.procedure, step: effect.step, detail: effect.detail }];
  if (effect.kind === 'feedback') return [ofFeedback(effect.helped, effect.about)];
  if (effect.kind !== 'handover') return [];
  const step = effect.reason.startsWith('step:') ? effect.reason.slice('step:'.length) : '';
  return [{ event: 'handover', subject: commit.question?.topic ?? '', step }];
}

/** Reports of a wrong line and reasons stand among the feedback; neither is an opinion of an answer. */
function ofFeedback(helped: boolean, about: string): Count {
  const [mark, first = '', ...rest] = about.split(':');
  if (mark === 'wrong') return { event: 'wrong', subject: first.split('/')[0] ?? '', detail: first };
  if (mark === 'why') return { event: 'why', subject: rest.join(':'), detail: first };
  return { event: helped ? 'helped' : 'not-helped', subject: about };
}
