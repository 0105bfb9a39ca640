import { expect, it } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

onEachEngine('migrations', (make) => {
  it('bring an empty database to the present shape, and a second run changes nothing', async () => {
    const test = await make();
    const database = test.open();
    expect(await migrate(database)).toEqual(Object.keys(migrations));
    expect(await migrate(database)).toEqual([]);
    await database.close();
    await test.drop();
  });

  it('refuse a database that a newer release has migrated', async () => {
    const test = await make();
    const database = test.open();
    await migrate(database);
    await database.db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-from-the-future', timestamp: '2099-01-01' })
      .execute();
    await expect(migrate(database)).rejects.toMatchObject({ code: 'STORE_SCHEMA_NEWER' });
    await database.close();
    await test.drop();
  });

  it('give times back as numbers', async () => {
    const test = await make();
    const database = test.open();
    await migrate(database);
    const at = 1_795_312_800_123;
    await database.db
      .insertInto('release')
      .values({ number: 1, hash: 'h', published_at: at, note: '' })
      .execute();
    const row = await database.db.selectFrom('release').selectAll().executeTakeFirstOrThrow();
    expect(row.published_at).toBe(at);
    await database.close();
    await test.drop();
  });
});
