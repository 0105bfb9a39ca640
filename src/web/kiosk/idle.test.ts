import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(inUse = true) {
  const told: (number | null)[] = [];
  let over = 0;
  const idle = watchIdle({
    quietMs: 60_000,
    countdownSeconds: 3,
    inUse: () => inUse,
    onCountdown: (left) => told.push(left),
    onOver: () => (over += 1),
  });
  return { idle, told, overs: () => over };
}

it('counts down after a quiet minute and then is over, once', () => {
  const { told, overs, idle } = watched();
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(4000);
  expect(told).toEqual([3, 2, 1, null]);
  expect(overs()).toBe(1);
  idle.stop();
});

it('a touch stops the countdown, and the minute begins anew', () => {
  const { told, overs, idle } = watched();
  vi.advanceTimersByTime(61_000);
  idle.touched();
  expect(told).toEqual([3, 2, null]);
  vi.advanceTimersByTime(58_000);
  expect(told).toHaveLength(3);
  expect(overs()).toBe(0);
  idle.stop();
});

it('where nothing was said nothing counts down', () => {
  const { told, idle } = watched(false);
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([]);
  idle.stop();
});
