import { describe, expect, it } from 'vitest';
import { procedureSchema } from '#knowledge/schema/procedure.ts';
import { textSchema } from '#knowledge/schema/text.ts';
import { createDoc } from './doc.ts';
import { faultsOf } from './faults-of.ts';
import { written } from './path.ts';

describe('an entry while it is written', () => {
  it('changes one place and leaves everything beside it the same object', () => {
    const before = { fees: [{ amount: 1 }, { amount: 2 }], name: 'a' };
    const after = written(before, 'fees.1.amount', 3) as typeof before;
    expect(after).toEqual({ fees: [{ amount: 1 }, { amount: 3 }], name: 'a' });
    expect(after.fees[0]).toBe(before.fees[0]);
  });

  it('makes groups on the way, takes away what becomes undefined, and adds at the end of a list', () => {
    expect(written({}, 'steps.fill-in.todo', 'x')).toEqual({ steps: { 'fill-in': { todo: 'x' } } });
    expect(written({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
    expect(written(['a'], '1', 'b')).toEqual(['a', 'b']);
    expect(written(['a', 'b'], '0', undefined)).toEqual(['b']);
  });

  it('tells who listens for typing of what was typed, not of what came from the server', () => {
    const doc = createDoc({ name: 'a' }, { showAll: false });
    const typed: unknown[] = [];
    doc.onTyped((value) => typed.push(value));
    doc.replace({ name: 'b' });
    doc.set('name', 'b');
    doc.set('name', 'c');
    expect(typed).toEqual([{ name: 'c' }]);
  });

  it('forgets what the server said about a place as soon as it is typed over, and tells a fault once', () => {
    const doc = createDoc({ a: '', b: '' }, { showAll: true });
    const fault = (path: string, message: string) => ({ path, message, severity: 'error' as const });
    doc.setFaults('server', [fault('a', 'server a'), fault('b', 'server b')]);
    doc.setFaults('here', [fault('b', 'here b')]);
    expect(doc.faults().map(({ message }) => message)).toEqual(['here b', 'server a']);
    doc.set('a', 'typed');
    expect(doc.faults().map(({ message }) => message)).toEqual(['here b']);
  });

  it('shows faults of a place only once she has been there, unless all are asked for', () => {
    const doc = createDoc({}, { showAll: false });
    expect(doc.isShown('name')).toBe(false);
    doc.touch('name');
    expect([doc.isShown('name'), doc.isShown('short')]).toEqual([true, false]);
    doc.showAll();
    expect(doc.isShown('short')).toBe(true);
  });
});

describe('what the schema says against it', () => {
  const says = (value: Parameters<typeof faultsOf>[1]) =>
    new Map(faultsOf(procedureSchema, value).map(({ path, message }) => [path, message]));

  it('is said by field, in words an officer understands', () => {
    const found = says({
      id: 'thu',
      name: '',
      fees: [{ id: 'x', label: 'Lệ phí', channel: 'any', amount: 'unknown', from: '31/12', source: [] }],
      online: { entry: 'portal', level: 'full', url: 'khong phai', source: ['s'] },
    });
    expect(found.get('name')).toBe('Ô này chưa điền.');
    expect(found.get('fees.0.from')).toMatch(/^Ngày chưa đúng/);
    expect(found.get('fees.0.source')).toBe('Cần ít nhất một dòng.');
    expect(found.get('online.url')).toMatch(/https/);
  });

  it('speaks of the shape that fits best where several are allowed', () => {
    expect(faultsOf(textSchema, { vi: '' })).toEqual([
      { path: 'vi', message: 'Ô này chưa điền.', severity: 'error' },
    ]);
    expect(faultsOf(textSchema, 'đủ')).toEqual([]);
  });
});
