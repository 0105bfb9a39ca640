import { expect, it } from 'vitest';
import { openWorkbench } from '#publishing/workbench.ts';
import { entriesIn, entryAt, layOver } from '#publishing/places/places.ts';
import { dataDir } from '../knowledge/cases.ts';

const bench = openWorkbench(dataDir);
const entries = entriesIn(bench.values);

it('finds every entry of the data folder', () => {
  const kinds = new Map<string, number>();
  for (const { key } of entries.values()) kinds.set(key.kind, (kinds.get(key.kind) ?? 0) + 1);
  for (const kind of [
    'procedure',
    'faq',
    'trouble',
    'topic',
    'unit',
    'notice',
    'wording',
    'calendar',
    'state',
    'return',
    'flow',
    'schematic',
  ])
    expect([kind, (kinds.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  expect(entries.get('unit:25326:25326')?.title).toBe('Phường Bình Long');
  expect(entries.get('procedure:25326:dang-ky-khai-sinh')?.title).toContain('khai sinh');
});

it('gives the same entries when each is laid over itself, and no fault', () => {
  const changes = [...entries.values()];
  const laid = layOver(bench.values, changes);
  const again = entriesIn(laid);
  expect([...again.keys()].toSorted()).toEqual([...entries.keys()].toSorted());
  for (const [id, { value }] of entries)
    if (!id.startsWith('notice') && !id.startsWith('procedure:2'))
      expect(again.get(id)?.value).toEqual(value);
  const compiled = bench.compile(changes);
  expect('faults' in compiled ? bench.told(changes, compiled.faults).slice(0, 5) : []).toEqual([]);
});

it('says where in an entry a fault is, in Vietnamese', () => {
  const entry = entries.get('procedure:base:dang-ky-khai-sinh');
  const value = { ...(entry?.value as Record<string, never>), review: 'mai', fees: [] };
  const key = { kind: 'procedure', scope: 'base', id: 'dang-ky-khai-sinh' } as const;
  const faults = bench.check([{ key, value }], [key]);
  expect(faults.map(({ path, says }) => [path, says])).toEqual(
    expect.arrayContaining([
      ['review', 'Ngày chưa đúng, cần đủ ngày, tháng, năm (đang ghi: "mai").'],
      ['fees', 'Mục này không được để trống.'],
    ]),
  );
  expect(entryAt(bench.values, { file: 'faq/tep.yaml', path: 'topics.0.answer.vi' })).toMatchObject({
    key: { kind: 'faq' },
    path: ['answer', 'vi'],
  });
});
