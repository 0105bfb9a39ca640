import { expect, it } from 'vitest';
import { merge, ownPart } from './override.ts';

const base = {
  id: 'x',
  short: 'a',
  online: { entry: 'portal', search: 'tìm' },
  fees: [
    { id: 'mot', amount: 1, label: 'một' },
    { id: 'hai', amount: 2, label: 'hai' },
  ],
  phrases: ['p', 'q'],
};

it.each([
  ['a field', { ...base, short: 'b' }, { short: 'b' }],
  [
    'a field of a group',
    { ...base, online: { entry: 'portal', search: 'kiếm' } },
    { online: { search: 'kiếm' } },
  ],
  ['a field taken away', { ...base, online: { entry: 'portal' } }, { online: { search: null } }],
  [
    'a line of a list',
    { ...base, fees: [base.fees[0], { id: 'hai', amount: 9, label: 'hai' }] },
    { fees: [{ id: 'hai', amount: 9 }] },
  ],
  ['a line taken out', { ...base, fees: [base.fees[1]] }, { fees: [{ id: 'mot', gone: true }] }],
  [
    'a line added',
    { ...base, fees: [...base.fees, { id: 'ba', amount: 3, label: 'ba' }] },
    { fees: [{ id: 'ba', amount: 3, label: 'ba' }] },
  ],
  ['a list without ids', { ...base, phrases: ['q'] }, { phrases: ['q'] }],
])('finds %s, and gives the whole again when laid over', (_what, whole, own) => {
  expect(ownPart(base, whole)).toEqual(own);
  expect(merge(base, ownPart(base, whole))).toEqual(whole);
});

it('finds nothing where nothing differs, however the keys are ordered', () => {
  expect(ownPart(base, { ...base })).toBeNull();
  expect(ownPart({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBeNull();
});
