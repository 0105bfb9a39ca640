import { describe, expect, it } from 'vitest';
import { readLockFile } from '#knowledge/lock-file.ts';
import type { LockLine } from '#knowledge/lock.ts';
import { dataDir } from '../cases.ts';
import { differences } from './compare.ts';
import { hasFactBase, readFactBase, type BaseProcedure } from './read.ts';

const lock = readLockFile(dataDir);

describe.skipIf(!hasFactBase)('against the facts it was built from (skipped where they are not)', () => {
  const base = hasFactBase ? readFactBase() : new Map<string, BaseProcedure>();

  it('every procedure of the fact base is told, and no other', () => {
    const told = new Set(lock.filter(({ procedure }) => procedure !== '*').map(({ procedure }) => procedure));
    expect([...base.keys()].toSorted()).toEqual([...told].toSorted());
  });

  it('a fee, a time, a paper, a form or a body that differs says where it was found', () => {
    const strange = lock
      .filter(({ basis }) => basis !== 'found')
      .flatMap((line) => {
        const of = base.get(line.procedure);
        return of === undefined
          ? []
          : differences(line, of).map(
              (difference) => `${line.procedure}/${line.field}/${line.id}: ${difference}`,
            );
      });
    expect(strange).toEqual([]);
  });
});

it('what was found elsewhere has a source', () => {
  const found = lock.filter(({ basis }) => basis === 'found');
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ sources }) => sources.length === 0)).toEqual([]);
});

describe('the comparison sees', () => {
  const base: BaseProcedure = {
    id: 'mau',
    authority: 'Công an phường/xã',
    documents: [{ name: 'Tờ khai thay đổi thông tin cư trú', form: 'Mẫu CT01' }],
    fees: [{ amount: 7000, channels: new Set(['online']), of: '' }],
    times: [{ amount: 3, unit: 'working-day' }],
    timeWords: '03 ngày làm việc',
  };
  const line = (field: string, value: Record<string, unknown>, channel: string | null = null): LockLine => ({
    procedure: 'mau',
    scope: 'base',
    field,
    id: 'x',
    case: null,
    channel,
    from: null,
    to: null,
    value,
    sources: ['S'],
    asOf: null,
    basis: 'official',
  });
  const paper = { name: 'Tờ khai cư trú (mẫu CT01)', form: 'paper-form', formCode: 'CT01' };

  it.each([
    ['another amount', line('fee', { amount: 8000 }, 'online'), 1],
    ['an amount of another channel', line('fee', { amount: 7000 }, 'counter'), 1],
    ['the same amount', line('fee', { amount: 7000 }, 'online'), 0],
    ['an unknown amount, which promises nothing', line('fee', { amount: 'unknown' }), 0],
    ['days that are not working days', line('time', { amount: 3, unit: 'day', plus: [] }), 1],
    ['the same time', line('time', { amount: 3, unit: 'working-day', plus: [] }), 0],
    ['another paper', line('documents', { name: 'Giấy khám sức khỏe', form: 'original' }), 1],
    ['another form', line('documents', { ...paper, formCode: 'CT02' }), 1],
    ['the same paper in plainer words', line('documents', paper), 0],
    ['another body', line('place', { receive: 'Cơ quan thuế', decide: 'Công an phường, xã' }), 1],
    ['the same body', line('place', { receive: 'Công an phường', decide: 'Công an phường, xã' }), 0],
  ])('%s', (_, told, count) => {
    expect(differences(told, base)).toHaveLength(count);
  });
});
