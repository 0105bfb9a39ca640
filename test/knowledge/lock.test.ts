import { describe, expect, it } from 'vitest';
import { lockDifference, lockKey, lockLines, type LockLine } from '#knowledge/lock.ts';
import { aCompiledRelease, aProcedure } from '../support/builders.ts';

const linesOf = (over: Parameters<typeof aProcedure>[0] = {}): LockLine[] =>
  lockLines(aCompiledRelease([aProcedure(over)]));
const fee = { id: 'le-phi', label: 'Lệ phí', channel: 'any' as const, amount: 8000, source: ['s1'] };

describe('the lock', () => {
  it('has one line a tellable fact, with what it rests on', () => {
    const lines = linesOf({ fees: [{ ...fee, from: '2026-01-01' }] });
    expect(new Set(lines.map(lockKey)).size).toBe(lines.length);
    expect(lines.find((line) => line.field === 'fee')).toEqual({
      procedure: 'thu-tuc-mau',
      scope: 'base',
      field: 'fee',
      id: 'le-phi',
      case: null,
      channel: 'any',
      from: '2026-01-01',
      to: null,
      value: { label: 'Lệ phí', amount: 8000, extra: false },
      sources: ['Quyết định 1/QĐ-BTP'],
      asOf: '2026-06-10',
      basis: 'official',
    });
  });

  it('holds no amount, code or sentence that rests on memory, and no contact that is not verified', () => {
    const lines = linesOf({
      fees: [{ ...fee, amount: 4321, source: ['nho'] }],
      documents: [{ id: 'x', name: 'X', need: 'always', form: 'copy', formCode: 'QQ99', source: ['nho'] }],
      result: [{ id: 'y', text: 'Nhớ mang máng', source: ['nho'] }],
    });
    const text = JSON.stringify(lines);
    for (const never of ['4321', 'QQ99', 'Nhớ mang máng', '1800']) expect(text).not.toContain(never);
    expect(lines.find((line) => line.field === 'fee')?.value['amount']).toBe('unknown');
  });

  it('says in words what changed', () => {
    const before = linesOf();
    expect(lockDifference(before, before)).toEqual([]);
    expect(lockDifference(before, linesOf({ fees: [{ ...fee, amount: 9000 }] }))).toEqual([
      '~ thu-tuc-mau/fee/le-phi: amount was 8000, is now 9000',
    ]);
    expect(lockDifference(before, linesOf({ fees: [{ ...fee, id: 'khac' }] }))).toEqual([
      expect.stringMatching(/^\+ thu-tuc-mau\/fee\/khac: \{"amount":8000/),
      '- thu-tuc-mau/fee/le-phi: told before, not in the data any more',
    ]);
  });

  it('survives being written to a file', () => {
    const before = linesOf();
    const read = before.map((line) => JSON.parse(JSON.stringify(line)) as LockLine);
    expect(lockDifference(read, before)).toEqual([]);
  });
});
