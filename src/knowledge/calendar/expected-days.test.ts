import { expect, it } from 'vitest';
import { expectedDays } from './expected-days.ts';

it('reckons a year once, and every one of many right', () => {
  const of = (year: number): readonly string[] => expectedDays(year).map(({ date, id }) => `${id} ${date}`);
  const first = of(2027);
  expect(expectedDays(2027)).toBe(expectedDays(2027));
  for (let year = 2000; year < 2060; year += 1) {
    const days = of(year);
    expect(days.every((day) => day.includes(` ${year}-`))).toBe(true);
    expect(new Set(days).size).toBe(days.length);
  }
  expect(of(2027)).toEqual(first);
  expect(first).toContain('tet 2027-02-06');
});
