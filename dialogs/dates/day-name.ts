import type { LocalDate } from '#root/clock.ts';
import type { ExpectedDay, UnsettledDay } from '#knowledge/calendar/expected-days.ts';
import { weekday } from '#knowledge/dates.ts';
import { day } from '#replies/compose/format.ts';
import type { Turn } from '../turn.ts';

const weekdays = ['day.1', 'day.2', 'day.3', 'day.4', 'day.5', 'day.6', 'day.7'] as const;

/** "thứ hai 23/11/2026". */
export function dayName({ voice }: Turn, date: LocalDate): string {
  const name = voice.words(weekdays[weekday(date) - 1] ?? 'day.1');
  return voice.words('due.day', { weekday: name.toLocaleLowerCase('vi'), date: day(date) });
}

const expected = {
  'new-year': 'open.expected-new-year',
  tet: 'open.expected-tet',
  kings: 'open.expected-kings',
  victory: 'open.expected-victory',
  labour: 'open.expected-labour',
  independence: 'open.expected-independence',
  culture: 'open.expected-culture',
} as const satisfies Record<ExpectedDay, string>;

/** A day of which nobody knows yet whether it is off: a holiday by its name, another by its date. */
export function unsettledName(turn: Turn, { date, holiday }: UnsettledDay): string {
  return holiday === null ? dayName(turn, date) : turn.voice.words(expected[holiday]);
}
