import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates.ts';
import { lunarOf, solarOf, tetOf } from './lunar.ts';

describe('the lunar calendar of Việt Nam', () => {
  it.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
  ])('Tết %i is on %s, also where China begins a day later', (year, date) => {
    expect(tetOf(year)).toBe(date);
  });

  it.each([
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
  ])('the tenth of the third month of %i is %s', (year, date) => {
    expect(solarOf({ year, month: 3, day: 10, leap: false })).toBe(date);
  });

  it('knows leap months: the second of 2023 and the sixth of 2025', () => {
    expect(solarOf({ year: 2023, month: 2, day: 1, leap: true })).toBe('2023-03-22');
    expect(solarOf({ year: 2025, month: 6, day: 1, leap: true })).toBe('2025-07-25');
    expect(solarOf({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
  });

  it('a day is the lunar day that leads back to it, and the next day follows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const date = addDays('1995-01-01', offset);
        const lunar = lunarOf(date);
        expect(solarOf(lunar)).toBe(date);
        const next = lunarOf(addDays(date, 1));
        expect(next.day === lunar.day + 1 || (next.day === 1 && lunar.day >= 29)).toBe(true);
      }),
    );
  });
});
