import { localDate, type LocalDate } from '#root/clock.ts';
import { dueDate } from '#knowledge/calendar/due-date.ts';
import { workingDays } from '#knowledge/calendar/working-days.ts';
import { addDays } from '#knowledge/dates.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';

/** Sending takes a moment, and the platform counts from its own clock. */
const SPARE_MS = 15 * 60_000;

const instant = (date: LocalDate, hour: string): number => Date.parse(`${date}T${hour}:00+07:00`);

/** Tomorrow morning, while her channel lets us write. null: we cannot write to her then. */
export function tomorrowAt({ context, today }: Turn): number | null {
  const reach = context.reachMs ?? null;
  if (reach === null) return null;
  const last = context.now + reach - SPARE_MS;
  return ['08:30', '07:00'].map((hour) => instant(addDays(today, 1), hour)).find((at) => at <= last) ?? null;
}

/** The morning of a day that lies ahead, while her channel lets us write. null: it does not, or it is no day. */
export function dayAt({ context, today }: Turn, date: LocalDate): number | null {
  const reach = context.reachMs ?? null;
  const at = instant(date, '08:00');
  if (reach === null || Number.isNaN(at) || localDate(at) !== date || date <= today) return null;
  return at <= context.now + reach - SPARE_MS ? at : null;
}

/** The one day on which the result of what she files today is expected. null: it is not known so well. */
export function resultDay(turn: Turn, procedure: string): LocalDate | null {
  const [fact, ...others] = timeFacts(turn.release, caseOf(turn, procedure));
  if (fact === undefined || others.length > 0) return null;
  const due = dueDate(turn.context.now, fact, workingDays(turn.release.calendar));
  return due === null || due.mayTakeLonger ? null : due.date;
}
