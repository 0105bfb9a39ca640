import type { LocalDate } from '#root/clock.ts';
import { addDays, weekday } from '../dates.ts';
import type { CalendarYear } from '../schema/calendar.ts';

/** Which days offices work. Opened once from a release; days that are not verified count as ordinary days. */
export interface WorkingDays {
  isWorkingDay(date: LocalDate): boolean;
  /** False for a year without a calendar or with days still to be announced: its dates are "dự kiến". */
  isComplete(date: LocalDate): boolean;
}

export function workingDays(calendar: readonly CalendarYear[]): WorkingDays {
  let days = opened.get(calendar);
  if (days === undefined) opened.set(calendar, (days = open(calendar)));
  return days;
}

const opened = new WeakMap<readonly CalendarYear[], WorkingDays>();

function open(calendar: readonly CalendarYear[]): WorkingDays {
  const verified = (days: CalendarYear['holidays']): string[] =>
    days.filter(({ status }) => status === 'verified').map(({ date }) => date);
  const off = new Set(calendar.flatMap(({ holidays }) => verified(holidays)));
  const made = new Set(calendar.flatMap(({ makeUpDays }) => verified(makeUpDays)));
  const complete = new Set(calendar.filter((year) => year.complete).map(({ year }) => String(year)));
  return {
    isWorkingDay: (date) => made.has(date) || (!off.has(date) && weekday(date) <= 5),
    isComplete: (date) => complete.has(date.slice(0, 4)),
  };
}

/** Longer than any procedure takes; also ends a search in a calendar without working days. */
const MOST_DAYS = 3650;

/** The working day so many working days after a day, which itself does not count. 0: the day itself or the next that works. */
export function addWorkingDays(days: WorkingDays, start: LocalDate, count: number): LocalDate {
  let date = start;
  let left = count;
  for (let step = 0; step < MOST_DAYS; step += 1) {
    if (left <= 0 && days.isWorkingDay(date)) return date;
    date = addDays(date, 1);
    if (days.isWorkingDay(date)) left -= 1;
  }
  return date;
}
