import { Migrator } from 'kysely/migration';
import { AppError } from '#root/errors.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';

/** Brings the database to this release's shape. A database that a newer release has migrated is refused. */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const text = error instanceof Error ? error.message : 'migration failed';
    const newer = /previously executed migration .* is missing/.test(text);
    throw new AppError(newer ? 'STORE_SCHEMA_NEWER' : 'STORE_UNAVAILABLE', text, { cause: error });
  }
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}
