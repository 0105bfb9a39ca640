import { localDate } from '#root/clock.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}
export const periodKinds = ['day', 'week', 'month', 'lastMonth', 'own'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const DAY_MS = 24 * 3_600_000;

/** Days of Việt Nam that a kind of period holds now. */
export function periodOf(kind: PeriodKind, now: number): Period {
  const today = localDate(now);
  const month = today.slice(0, 7);
  if (kind === 'day') return { from: today, to: today };
  if (kind === 'week') return { from: localDate(now - 6 * DAY_MS), to: today };
  if (kind === 'lastMonth') return wholeMonth(monthBefore(month));
  // So far: days to come would only pull it down.
  return { from: `${month}-01`, to: today };
}

/** First to last day. */
export function wholeMonth(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate())}` };
}

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

/** Which kind an address names; `own` where it is none of the others. */
export const kindOf = ({ from, to }: Period, now: number): PeriodKind =>
  periodKinds.find((kind) => {
    const period = periodOf(kind, now);
    return kind !== 'own' && period.from === from && period.to === to;
  }) ?? 'own';

export const isPeriod = ({ from, to }: Period): boolean => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && days <= 400;
};
