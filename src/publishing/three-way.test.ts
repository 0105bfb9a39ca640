import { expect, it } from 'vitest';
import { mergeSides, threeWay } from './three-way.ts';

const base = {
  short: 'a',
  fees: [
    { id: 'x', amount: 1 },
    { id: 'y', amount: 2 },
  ],
  phrases: ['p'],
};
const theirs = {
  short: 'a',
  fees: [
    { id: 'x', amount: 5 },
    { id: 'y', amount: 2 },
  ],
  phrases: ['p'],
  note: 'n',
};
const mine = {
  short: 'b',
  fees: [
    { id: 'x', amount: 7 },
    { id: 'y', amount: 2 },
    { id: 'z', amount: 3 },
  ],
  phrases: ['p'],
};

it('names every field that either side changed, and which both did', () => {
  expect(threeWay(base, theirs, mine).map(({ path, clash }) => [path, clash])).toEqual([
    ['fees.x.amount', true],
    ['note', false],
    ['short', false],
    ['fees.z', false],
  ]);
});

it('joins both sides; where both changed a field mine stands, or what was chosen', () => {
  const joined = {
    short: 'b',
    fees: [
      { id: 'x', amount: 7 },
      { id: 'y', amount: 2 },
      { id: 'z', amount: 3 },
    ],
    phrases: ['p'],
    note: 'n',
  };
  expect(mergeSides(base, theirs, mine)).toEqual(joined);
  const chosen = new Map([
    ['fees.x.amount', 'theirs'],
    ['short', 'base'],
    ['fees.z', 'base'],
  ] as const);
  expect(mergeSides(base, theirs, mine, chosen)).toEqual({
    ...joined,
    short: 'a',
    fees: [
      { id: 'x', amount: 5 },
      { id: 'y', amount: 2 },
    ],
  });
});

it('takes what one side took out and the other did not touch', () => {
  const without = { short: 'a', fees: [{ id: 'y', amount: 2 }], phrases: ['p'] };
  expect(mergeSides(base, without, { ...base, short: 'c' })).toEqual({ ...without, short: 'c' });
});

it('has nothing to say of two that agree', () => {
  expect(threeWay(base, theirs, theirs).filter(({ clash }) => clash)).toEqual([]);
  expect(threeWay(null, null, null)).toEqual([]);
});
