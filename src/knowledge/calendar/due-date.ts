import { localDate, TIME_ZONE, type LocalDate } from '#root/clock.ts';
import { addDays } from '../dates.ts';
import type { TimeFact } from '../facts/fact.ts';
import { addWorkingDays, type WorkingDays } from './working-days.ts';

export interface DueDate {
  readonly date: LocalDate;
  /** What can come on top (`plus` that is open) is not in the date. */
  readonly mayTakeLonger: boolean;
  /** False: the calendar of a year on the way is not complete, so the day is only expected. */
  readonly certain: boolean;
}

/**
 * The day by which an answer is due for a dossier handed in at an instant. Handed in after the cut-off hour or on
 * a day off, it counts from the next working day. null: how long it takes is not known, or is counted in hours.
 */
export function dueDate(start: number, fact: TimeFact, days: WorkingDays): DueDate | null {
  if (fact.amount === 'unknown' || inHours(fact) || !fact.sure) return null;
  const handedIn = localDate(start);
  const late = fact.cutoff !== null && clockTime(start) >= fact.cutoff;
  const counted = addWorkingDays(days, late ? addDays(handedIn, 1) : handedIn, 0);
  const sure = fact.plus.filter(({ applies }) => applies === 'yes');
  if (sure.some(inHours)) return null;
  const date = [{ amount: fact.amount, unit: fact.unit }, ...sure].reduce(
    (day, { amount, unit }) => later(day, amount, unit, days),
    counted,
  );
  return {
    date,
    mayTakeLonger: sure.length < fact.plus.length,
    certain: [handedIn, date].every((day) => days.isComplete(day)),
  };
}

const inHours = ({ unit }: Pick<TimeFact, 'unit'>): boolean => unit === 'hour' || unit === 'working-hour';

/** A period of days or months that ends on a day off ends on the next working day (Bộ luật Dân sự, Điều 148, khoản 5: from memory, not checked against the text). */
function later(from: LocalDate, amount: number, unit: TimeFact['unit'], days: WorkingDays): LocalDate {
  if (unit === 'working-day') return addWorkingDays(days, from, amount);
  return addWorkingDays(days, unit === 'month' ? addMonths(from, amount) : addDays(from, amount), 0);
}

/** The same day so many months later; the last of the month where it has no such day. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const clockTime = (at: number): string => timeFormat.format(at);
