import { afterEach, describe, expect, it } from 'vitest';
import { migrated, onEachEngine } from '../../../test/support/engines.ts';
import { createEvaluationSet } from './repository.ts';

onEachEngine("the wards' evaluation questions", (make) => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });

  describe('kept by scope', () => {
    it('adds, replaces by id, removes, and gives every scope to who evaluates', async () => {
      const { database, test } = await migrated(make);
      open.push(async () => {
        await database.close();
        await test.drop();
      });
      const set = createEvaluationSet(database);
      const one = { id: 'q-1', text: 'làm khai sinh ở đâu', topic: 'dang-ky-khai-sinh', aspect: 'noi-nop' };
      await set.put('25326', [one, { ...one, id: 'q-2', aspect: null }], 1);
      await set.put('25333', [one], 1);
      await set.put('25326', [{ ...one, text: 'khai sinh nộp đâu' }], 2);
      expect(await set.all('25326')).toEqual([
        { ...one, text: 'khai sinh nộp đâu' },
        { ...one, id: 'q-2', aspect: null },
      ]);
      await set.remove('25326', ['q-1', 'không có']);
      expect((await set.all('25326')).map(({ id }) => id)).toEqual(['q-2']);
      expect(await set.all('25333')).toEqual([one]);
      expect(await set.every()).toHaveLength(2);
    });
  });
});
