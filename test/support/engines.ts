import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { openPostgres, openSqlite, type Database, type Engine } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { newId } from '#root/ids.ts';

/** A database of its own for one test file or test. */
export interface TestDatabase {
  readonly engine: Engine;
  /** For a second process or connection: a file path or a URL. */
  readonly address: string;
  open(): Database;
  drop(): Promise<void>;
}

async function sqlite(): Promise<TestDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'test-sqlite-'));
  const address = join(home, 'data.sqlite');
  return Promise.resolve({
    engine: 'sqlite',
    address,
    open: () => openSqlite(address),
    drop: () => Promise.resolve(rmSync(home, { recursive: true, force: true })),
  });
}

async function postgres(server: string): Promise<TestDatabase> {
  const name = `t_${newId().replaceAll('-', '')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    engine: 'postgres',
    address: url.href,
    open: () => openPostgres(url.href),
    drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Runs the same tests on SQLite and on a real PostgreSQL; skipped by name where there is no server. */
export function onEachEngine(title: string, tests: (make: () => Promise<TestDatabase>) => void): void {
  describe(`${title} [sqlite]`, () => {
    tests(sqlite);
  });
  const server = inject('postgresUrl');
  describe.skipIf(server === null)(`${title} [postgres]`, () => {
    tests(() => postgres(server ?? ''));
  });
}

/** A migrated database, ready for use. */
export async function migrated(
  make: () => Promise<TestDatabase>,
): Promise<{ database: Database; test: TestDatabase }> {
  const test = await make();
  const database = test.open();
  await migrate(database);
  return { database, test };
}

/** Before each test a migrated database of its own, which `use` is given; after it, closed and gone. */
export function freshDatabase(make: () => Promise<TestDatabase>, use: (database: Database) => void): void {
  let made: Awaited<ReturnType<typeof migrated>>;
  beforeEach(async () => {
    made = await migrated(make);
    use(made.database);
  });
  afterEach(async () => {
    await made.database.close();
    await made.test.drop();
  });
}
