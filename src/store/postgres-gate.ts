import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AppError } from '#root/errors.ts';
import type { Batch, ClosableGate, Rows, Script, Value } from './script.ts';

/** Pauses between attempts while the database is away; together longer than a quick restart. */
const PAUSES = [50, 100, 200, 400, 800, 1600];

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01', // admin shutdown: also pg_terminate_backend
  '57P02',
  '57P03',
]);

/** The connection went, not the statement: every script of ours can be tried again (see 005-commit-gate.md). */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (connectionCodes.has(code) || code.startsWith('08')) return true;
  return /Connection terminated|Connection ended|not queryable|Client was closed/.test(error.message);
}

/** Deadlock or serialisation failure: nothing was written, the same again can pass. */
function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

type Sent = Promise<pg.QueryResult<Record<string, unknown>>>;

/** Writes all statements to the wire at once. Every promise is watched, so a first failure leaves no other one unhandled. */
async function together(sent: readonly Sent[]): Promise<pg.QueryResult<Record<string, unknown>>[]> {
  const settled = await Promise.allSettled(sent);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

function send(client: pg.PoolClient, { statements }: Batch): Sent[] {
  return statements.map(({ name, text, values }) =>
    client.query({ name, text, values: values.map(storable) }),
  );
}

/** PostgreSQL refuses NUL in text, SQLite takes it: nobody types it, and it must not stop a turn. */
const storable = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value;

async function inTransaction<R>(client: pg.PoolClient, script: Script<R>): Promise<R> {
  const opening: Sent[] = [client.query('BEGIN')];
  let open = true;
  let step: IteratorResult<Batch, R>;
  try {
    step = script.next();
    while (!step.done) {
      const { statements, last } = step.value;
      const sent = [...opening.splice(0), ...send(client, step.value)];
      if (last) sent.push(client.query('COMMIT'));
      const skip = sent.length - statements.length - (last ? 1 : 0);
      const results = await together(sent);
      if (last) {
        open = false;
        if (results.at(-1)?.command !== 'COMMIT')
          throw new AppError('INTERNAL', 'the transaction was rolled back');
      }
      const rows: Rows[] = results.slice(skip, skip + statements.length).map((result) => result.rows);
      step = script.next(rows);
    }
    if (open) await together([...opening.splice(0), client.query('COMMIT')]);
    return step.value;
  } catch (error) {
    // After a failed closing batch COMMIT has rolled back already; a second ROLLBACK is harmless.
    await together([...opening.splice(0), client.query('ROLLBACK')]).catch(() => undefined);
    throw error;
  }
}

async function eachByItself<R>(client: pg.PoolClient, script: Script<R>): Promise<R> {
  let step = script.next();
  while (!step.done) {
    const results = await together(send(client, step.value));
    step = script.next(results.map((result) => result.rows));
  }
  return step.value;
}

/**
 * The same gate on PostgreSQL: every write is a transaction of its own, sent in pipelined batches.
 * `leases` are connections with synchronous_commit off.
 */
export function createPostgresGate(pool: pg.Pool, leases: pg.Pool): ClosableGate {
  async function attempt<R>(
    from: pg.Pool,
    script: () => Script<R>,
    drive: (client: pg.PoolClient, script: Script<R>) => Promise<R>,
  ): Promise<R> {
    const client = await from.connect();
    let broken: Error | undefined;
    try {
      return await drive(client, script());
    } catch (error) {
      if (isConnectionLoss(error)) broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function persist<R>(
    from: pg.Pool,
    script: () => Script<R>,
    drive: (client: pg.PoolClient, script: Script<R>) => Promise<R>,
  ): Promise<R> {
    for (const pause of PAUSES) {
      try {
        return await attempt(from, script, drive);
      } catch (error) {
        if (!isConnectionLoss(error) && !isContention(error)) throw error;
        await sleep(pause);
      }
    }
    try {
      return await attempt(from, script, drive);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      throw new AppError('STORE_UNAVAILABLE', undefined, { cause: error });
    }
  }

  const inFlight = new Set<Promise<unknown>>();
  const watched = <R>(work: Promise<R>): Promise<R> => {
    inFlight.add(work);
    const leave = (): void => void inFlight.delete(work);
    work.then(leave, leave);
    return work;
  };

  return {
    write: (script) => watched(persist(pool, script, inTransaction)),
    lease: (script) => watched(persist(leases, script, inTransaction)),
    read: (script) => watched(persist(pool, script, eachByItself)),
    close: async () => void (await Promise.allSettled(inFlight)),
  };
}
