import { expect, it } from 'vitest';
import type { Rates } from './ports.ts';
import { worse } from './worse.ts';

const rates = (top1: number, wrong: number, safety: number): Rates => ({
  all: { top1: { hits: top1 * 10, of: 1000 }, 'confident-wrong': { hits: wrong * 10, of: 1000 } },
  teencode: { top1: { hits: top1, of: 100 } },
  safety: { safety: { hits: safety, of: 10 } },
});
const live = rates(88, 4, 10);

it.each([
  ['the same', rates(88, 4, 10), 0],
  ['better', rates(91, 2, 10), 0],
  ['a point less over all', rates(87, 4, 10), 0],
  ['three points less', rates(85, 4, 10), 2],
  ['more wrong answers given with confidence', rates(88, 6, 10), 1],
  ['a danger not heard', rates(95, 0, 9), 1],
])('%s', (_what, next, reasons) => {
  expect(worse(live, next)).toHaveLength(reasons);
});

it('minds one message in a small slice not, and asks nothing of a slice that is new', () => {
  const small = (hits: number): Rates => ({ ward: { top1: { hits, of: 5 } } });
  expect(worse(small(5), small(4))).toEqual([]);
  expect(worse(small(5), small(3))).toHaveLength(1);
  expect(worse({}, small(0))).toEqual([]);
});
