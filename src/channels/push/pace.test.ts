import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('a pace lets so many calls through in a minute, and goes on in the next', () => {
  let now = 1000;
  const pace = createPace(2, () => now);
  expect([pace.take(), pace.take(), pace.take()]).toEqual([true, true, false]);
  now += 59_999;
  expect(pace.take()).toBe(false);
  now += 1;
  expect(pace.take()).toBe(true);
});
