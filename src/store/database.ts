import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteDialect, type SqliteDatabase } from 'kysely';
import pg from 'pg';
import { createPostgresGate } from './postgres-gate.ts';
import type { Gate } from './script.ts';
import { createSqliteGate } from './sqlite-gate.ts';
import type { Tables } from './types.ts';

export { counter, finish, run, runOne, statement } from './script.ts';
export type { Gate, Row, Rows, Script, Statement, Value } from './script.ts';
export { int, intOrNull, oneOf, text, textOrNull } from './row.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Database {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  /** For what every message passes; `db` is for the rest. */
  readonly gate: Gate;
  close(): Promise<void>;
}

/** bigint columns hold times and counters below 2^53: read as numbers, like SQLite's. */
const INT8 = 20;

/** The 8-line shim between node:sqlite and kysely's SQLite dialect. */
function sqliteShim(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...sqliteParameters(parameters)),
        run: (parameters) => statement.run(...sqliteParameters(parameters)),
        iterate: (parameters) => statement.iterate(...sqliteParameters(parameters)),
      };
    },
  };
}

type SqliteParameter = null | number | bigint | string | Uint8Array;

function sqliteParameters(parameters: readonly unknown[]): SqliteParameter[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
      return value;
    if (value instanceof Uint8Array) return value;
    throw new TypeError(`SQLite takes no ${typeof value}`);
  });
}

/** Opens an embedded SQLite file (WAL, FULL: what was committed survives power loss) or `:memory:`. */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  // What a resident deletes is overwritten, not only unlinked.
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON',
  );
  // A turn writes the same few pages as its neighbours: they are copied to the file in larger lots (16 MB), and stay in memory.
  database.exec('PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-16000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteShim(database) }) });
  const gate = createSqliteGate(database);
  return {
    engine: 'sqlite',
    db,
    gate,
    close: async () => {
      await gate.close();
      await db.destroy();
    },
  };
}

/** Opens a PostgreSQL database by URL. `max`: connections of this process. */
export function openPostgres(url: string, max = 8): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const connect = (connections: number): pg.Pool => {
    const pool = new pg.Pool({ connectionString: url, max: connections, types, pipeline: true });
    // An idle connection that breaks must not end the process; the next query reports the failure.
    pool.on('error', () => undefined);
    // Nor one that breaks while lent out: its queries report it.
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const pool = connect(max);
  const leases = connect(Math.max(1, Math.ceil(max / 2)));
  leases.on('connect', (client) => {
    client.query('SET synchronous_commit = off').catch(() => undefined);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const gate = createPostgresGate(pool, leases);
  return {
    engine: 'postgres',
    db,
    gate,
    close: async () => {
      await gate.close();
      await leases.end();
      await db.destroy();
    },
  };
}

/** `DATABASE_URL` chooses PostgreSQL; otherwise the SQLite file in DATA_DIR. */
export function openDatabase(options: { databaseUrl: string | null; sqlitePath: string }): Database {
  return options.databaseUrl === null ? openSqlite(options.sqlitePath) : openPostgres(options.databaseUrl);
}
