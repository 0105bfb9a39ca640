import { describe, expect, it } from 'vitest';
import { merge } from './override.ts';

const base = {
  id: 'mau',
  phrases: ['a', 'b'],
  fees: [
    { id: 'le-phi', amount: 'unknown', label: 'Lệ phí' },
    { id: 'ban-sao', amount: 8000, label: 'Bản sao' },
  ],
  steps: { gui: { notes: [{ id: 'x', text: 'X' }] } },
};

describe('the entry of a unit', () => {
  it('changes what it names and keeps the rest of the base', () => {
    expect(merge(base, { id: 'mau', fees: [{ id: 'le-phi', amount: 5000 }] })).toEqual({
      ...base,
      fees: [{ id: 'le-phi', amount: 5000, label: 'Lệ phí' }, base.fees[1]],
    });
  });

  it('adds entries of a list that the base does not have, at the end', () => {
    expect(merge(base, { steps: { gui: { notes: [{ id: 'y', text: 'Y' }] } } })).toMatchObject({
      steps: {
        gui: {
          notes: [
            { id: 'x', text: 'X' },
            { id: 'y', text: 'Y' },
          ],
        },
      },
    });
  });

  it('takes a field or an entry away only when it says so', () => {
    expect(merge(base, { steps: null, fees: [{ id: 'ban-sao', gone: true }] })).toEqual({
      id: 'mau',
      phrases: ['a', 'b'],
      fees: [base.fees[0]],
    });
  });

  it('replaces lists whose entries have no id, and leaves the base as it was', () => {
    const before = structuredClone(base);
    expect(merge(base, { phrases: ['c'] })).toMatchObject({ phrases: ['c'] });
    expect(base).toEqual(before);
  });
});
