import { z } from 'zod';
import { dateSchema } from '#knowledge/schema/ids.ts';
import { AppError } from '#root/errors.ts';
import type { Period } from './repository.ts';

/** As asked for: both ends counted. */
export const periodQuery = z.object({ from: dateSchema, to: dateSchema });

const DAY_MS = 24 * 3_600_000;
/** Longer is a matter for another tool. */
const LONGEST_DAYS = 400;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const daysIn = ({ from, to }: Period): number => Math.round((at(to) - at(from)) / DAY_MS) + 1;

/** Every day of a period, also those of which nothing is known. */
export const daysOf = (period: Period): readonly string[] =>
  Array.from({ length: daysIn(period) }, (_, index) => dayOf(at(period.from) + index * DAY_MS));

/** Throws BODY_INVALID where it ends before it begins, or is longer than a year and a month. */
export function checked(period: Period): Period {
  const days = daysIn(period);
  if (days < 1 || days > LONGEST_DAYS) throw new AppError('BODY_INVALID', 'from … to');
  return period;
}

/** The one before: the month before of a whole month, else as many days. */
export function before({ from, to }: Period): Period {
  const end = at(from) - DAY_MS;
  if (from.endsWith('-01') && dayOf(at(to) + DAY_MS).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7))
    return { from: `${dayOf(end).slice(0, 7)}-01`, to: dayOf(end) };
  return { from: dayOf(end - (daysIn({ from, to }) - 1) * DAY_MS), to: dayOf(end) };
}
