import type { LocalDate } from '#root/clock.ts';
import { addDays, weekday } from '../dates.ts';
import type { CalendarYear } from '../schema/calendar.ts';
import type { Text } from '../schema/text.ts';
import { solarOf, tetOf } from './lunar.ts';

export type ExpectedDay = 'new-year' | 'tet' | 'kings' | 'victory' | 'labour' | 'independence' | 'culture';

/** A day that may be off though nobody confirmed it: it counts as a working day, and makes a promised date uncertain. */
export interface UnsettledDay {
  readonly date: LocalDate;
  /** Its name in the calendar; null where only the year's course says that it should be one. */
  readonly name: Text | null;
  readonly holiday: ExpectedDay | null;
}

/** The day of Vietnamese culture is a holiday since this year. */
const CULTURE_SINCE = 2026;

/**
 * The holidays that return every year, by sun and moon. What is decided each year (swapped days, days in lieu,
 * which five days Tết has) is not among them: these days are never told as days off, only as expected ones.
 */
export function expectedDays(year: number): readonly Expected[] {
  const before = known.get(year);
  if (before !== undefined) return before;
  // Whatever years people may write.
  if (known.size >= MOST_YEARS) known.clear();
  const days = expectedAnew(year);
  known.set(year, days);
  return days;
}

interface Expected {
  readonly date: LocalDate;
  readonly id: ExpectedDay;
}

/** The moon is reckoned over some hundred terms: once a year. */
const MOST_YEARS = 16;
const known = new Map<number, readonly Expected[]>();

function expectedAnew(year: number): readonly Expected[] {
  const tet = tetOf(year);
  const kings = solarOf({ year, month: 3, day: 10, leap: false });
  const on = (monthDay: string): LocalDate => `${String(year)}-${monthDay}`;
  return [
    { date: on('01-01'), id: 'new-year' },
    ...[-1, 0, 1, 2].map((offset) => ({ date: addDays(tet, offset), id: 'tet' as const })),
    ...(kings === null ? [] : [{ date: kings, id: 'kings' as const }]),
    { date: on('04-30'), id: 'victory' },
    { date: on('05-01'), id: 'labour' },
    { date: on('09-02'), id: 'independence' },
    ...(year >= CULTURE_SINCE ? [{ date: on('11-24'), id: 'culture' as const }] : []),
  ];
}

/** The weekdays from one day to another, both included, of which nobody knows yet whether they are off. */
export function unsettledDays(
  calendar: readonly CalendarYear[],
  from: LocalDate,
  to: LocalDate,
): UnsettledDay[] {
  const days = calendar.flatMap(({ holidays, makeUpDays }) => [...holidays, ...makeUpDays]);
  const settled = new Set(days.filter(({ status }) => status === 'verified').map(({ date }) => date));
  const written = days
    .filter(({ date, status }) => status !== 'verified' && !settled.has(date))
    .map(({ date, name }): UnsettledDay => ({ date, name, holiday: null }));
  const named = new Set([...settled, ...written.map(({ date }) => date)]);
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const expected = [...new Set(years)].flatMap((year) =>
    expectedDays(year)
      .filter(({ date }) => !named.has(date))
      .map(({ date, id }): UnsettledDay => ({ date, name: null, holiday: id })),
  );
  return [...written, ...expected]
    .filter(({ date }) => date >= from && date <= to && weekday(date) <= 5)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
