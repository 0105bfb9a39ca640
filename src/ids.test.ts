import { expect, it } from 'vitest';
import { newId } from './ids.ts';

it('ids sort in the order they were made, also within a millisecond and when the clock steps back', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => newId(i % 3 === 0 ? 1_000_000 : 1_000_001));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
