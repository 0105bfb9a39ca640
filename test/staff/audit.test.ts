import { expect, it } from 'vitest';
import { createAudit } from '#staff/repository/audit.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { sql } from 'kysely';

const KEY = 'cd'.repeat(32);
const line = (n: number, scope = '25326') => ({
  officer: `officer-${String(n % 2)}`,
  scope,
  action: n % 2 === 0 ? 'entry.edit' : 'people.invite',
  subject: `subject-${String(n)}`,
  detail: '',
});

onEachEngine('the audit log', (make) => {
  it('numbers and chains lines, also when two nodes write at once', async () => {
    const { database, test } = await migrated(make);
    const other = test.open();
    const [here, there] = [createAudit(database, KEY), createAudit(other, KEY)];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 3 === 0 ? there : here).write(line(n), 1000 + n)),
    );
    expect(await here.check()).toMatchObject({ lines: 20, broken: null });
    await other.close();
    await database.close();
    await test.drop();
  });

  it('lets nobody change, delete or replace a line', async () => {
    const { database, test } = await migrated(make);
    const audit = createAudit(database, KEY);
    await audit.write(line(1), 1);
    await expect(database.db.updateTable('audit').set({ detail: 'x' }).execute()).rejects.toThrow(/stay as/);
    await expect(database.db.deleteFrom('audit').execute()).rejects.toThrow(/stay as/);
    const replacing =
      database.engine === 'sqlite'
        ? sql`INSERT OR REPLACE INTO audit VALUES (1, 1, 'x', 'x', 'x', 'x', 'x', 'x', 'x')`
        : sql`TRUNCATE audit`;
    await expect(replacing.execute(database.db)).rejects.toThrow(/stay as/);
    expect(await audit.check()).toMatchObject({ lines: 1, broken: null });
    await database.close();
    await test.drop();
  });

  it('finds a line that was changed or taken out behind its back, and where', async () => {
    const { database, test } = await migrated(make);
    const audit = createAudit(database, KEY);
    for (let n = 1; n <= 5; n += 1) await audit.write(line(n), n);
    const off =
      database.engine === 'sqlite'
        ? [sql`DROP TRIGGER audit_no_update`, sql`DROP TRIGGER audit_no_delete`]
        : [sql`DROP TRIGGER audit_stays ON audit`];
    for (const trigger of off) await trigger.execute(database.db);
    await database.db.updateTable('audit').set({ detail: 'nothing to see' }).where('seq', '=', 3).execute();
    expect(await audit.check()).toMatchObject({ broken: 3 });
    await database.db.updateTable('audit').set({ detail: '' }).where('seq', '=', 3).execute();
    expect(await audit.check()).toMatchObject({ broken: null });
    await database.db.deleteFrom('audit').where('seq', '=', 2).execute();
    expect(await audit.check()).toMatchObject({ broken: 3 });
    await database.close();
    await test.drop();
  });

  it('is searched by unit, person, kind of act and time, newest first', async () => {
    const { database, test } = await migrated(make);
    const audit = createAudit(database, KEY);
    for (let n = 1; n <= 6; n += 1) await audit.write(line(n, n > 4 ? '25333' : '25326'), n);
    const all = {
      scope: 'base',
      officer: null,
      action: null,
      subject: null,
      from: null,
      to: null,
      before: null,
      limit: 10,
    };
    const seqs = async (filter: Partial<typeof all> | object) =>
      (await audit.find({ ...all, ...filter })).map(({ seq }) => seq);
    expect(await seqs({})).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await seqs({ scope: '25333' })).toEqual([6, 5]);
    expect(await seqs({ officer: 'officer-1' })).toEqual([5, 3, 1]);
    expect(await seqs({ action: 'people' })).toEqual([5, 3, 1]);
    expect(await seqs({ action: 'peop' })).toEqual([]);
    expect(await seqs({ subject: 'subject-2' })).toEqual([2]);
    expect(await seqs({ from: 2, to: 4 })).toEqual([3, 2]);
    expect(await seqs({ before: 4, limit: 2 })).toEqual([3, 2]);
    await database.close();
    await test.drop();
  });
});
