import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, workingDays } from '#knowledge/calendar/working-days.ts';
import { dueDate } from '#knowledge/calendar/due-date.ts';
import { addDays, weekday } from '#knowledge/dates.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { TimeFact } from '#knowledge/facts/fact.ts';
import { calendarYearSchema } from '#knowledge/schema/calendar.ts';
import { aCase, aRelease } from '../support/builders.ts';

const day = (date: string, status = 'verified') => ({ date, name: 'Ngày nghỉ', status, source: ['s1'] });
const calendar = calendarYearSchema.parse({
  year: 2026,
  holidays: [
    day('2026-11-24'),
    day('2026-11-23', 'unverified'),
    day('2026-08-31'),
    day('2026-09-01'),
    day('2026-09-02'),
  ],
  makeUpDays: [day('2026-08-22')],
  complete: true,
  sources: { s1: { title: 'Thông báo 9441/TB-BNV', kind: 'official', confidence: 'high' } },
  asOf: '2026-11-22',
  review: '2026-12-15',
});
const days = workingDays([calendar]);
const at = (time: string): number => Date.parse(`${time}:00+07:00`);

function aTime(over: Partial<TimeFact> = {}): TimeFact {
  const [fact] = timeFacts(aRelease(), aCase());
  return fact === undefined ? expect.fail('no time') : { ...fact, ...over };
}

describe('working days', () => {
  it('are Monday to Friday, without verified days off and with make-up days', () => {
    const working = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-08-22'];
    expect(working.map((date) => days.isWorkingDay(date))).toEqual([false, true, false, true, true]);
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays(days, '2026-11-23', 1)).toBe('2026-11-25');
    expect(addWorkingDays(days, '2026-08-28', 3)).toBe('2026-09-07');
    expect(addWorkingDays(days, '2026-11-22', 0)).toBe('2026-11-23');
  });

  it('without a calendar never end on a weekend, and one more ends later (from a day off the first one may not)', () => {
    const plain = workingDays([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
        const start = addDays('2024-01-01', offset);
        const end = addWorkingDays(plain, start, count);
        expect(weekday(end)).toBeLessThanOrEqual(5);
        const next = addWorkingDays(plain, start, count + 1);
        const firstFromDayOff = count === 0 && !plain.isWorkingDay(start);
        expect(firstFromDayOff ? next === end : next > end).toBe(true);
      }),
    );
  });
});

describe('the day an answer is due', () => {
  it('counts working days after the day it was handed in', () => {
    expect(dueDate(at('2026-11-25T09:00'), aTime({ amount: 3 }), days)).toEqual({
      date: '2026-11-30',
      mayTakeLonger: false,
      certain: true,
    });
  });

  it('is the same day before the cut-off hour, and the next working day from it on', () => {
    const same = aTime({ amount: 0, cutoff: '15:00' });
    expect(dueDate(at('2026-11-23T14:59'), same, days)?.date).toBe('2026-11-23');
    expect(dueDate(at('2026-11-23T15:00'), same, days)?.date).toBe('2026-11-25');
    expect(dueDate(at('2026-11-21T10:00'), same, days)?.date).toBe('2026-11-23');
  });

  it('reads the hour in Việt Nam, whatever the machine says', () => {
    const same = aTime({ amount: 0, cutoff: '15:00' });
    expect(dueDate(Date.parse('2026-11-25T17:30:00Z'), same, days)?.date).toBe('2026-11-26');
  });

  it('moves a period that ends on a day off to the next working day', () => {
    expect(dueDate(at('2026-11-10T09:00'), aTime({ amount: 14, unit: 'day' }), days)?.date).toBe(
      '2026-11-25',
    );
    expect(dueDate(at('2026-08-31T09:00'), aTime({ amount: 1, unit: 'month' }), days)?.date).toBe(
      '2026-10-05',
    );
    expect(dueDate(at('2026-10-30T09:00'), aTime({ amount: 1, unit: 'month' }), days)?.date).toBe(
      '2026-11-30',
    );
  });

  it('adds what is sure and says what may come on top', () => {
    const more = { amount: 2, unit: 'working-day', why: 'Xác minh' } as const;
    const fact = aTime({
      amount: 1,
      plus: [
        { ...more, applies: 'yes' },
        { ...more, applies: 'open' },
      ],
    });
    expect(dueDate(at('2026-11-25T09:00'), fact, days)).toMatchObject({
      date: '2026-11-30',
      mayTakeLonger: true,
    });
  });

  it('is only expected where the calendar of a year is not complete', () => {
    expect(dueDate(at('2026-12-31T09:00'), aTime({ amount: 1 }), days)).toMatchObject({ certain: false });
  });

  it('is not told where the time is not known', () => {
    expect(dueDate(at('2026-11-25T09:00'), aTime({ amount: 'unknown' }), days)).toBeNull();
    expect(dueDate(at('2026-11-25T09:00'), aTime({ sure: false }), days)).toBeNull();
    expect(dueDate(at('2026-11-25T09:00'), aTime({ unit: 'working-hour' }), days)).toBeNull();
  });
});
