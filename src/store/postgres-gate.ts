import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AppError } from '#root/errors.ts';
import { queued, together, type Queued } from './postgres-group.ts';
import { ask } from './postgres-wire.ts';
import type { Batch, ClosableGate, Script } from './script.ts';

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

async function inTransaction<R>(client: pg.PoolClient, script: Script<R>): Promise<R> {
  const opening: 'BEGIN'[] = ['BEGIN'];
  let open = true;
  let step: IteratorResult<Batch, R>;
  try {
    step = script.next();
    while (!step.done) {
      const { statements, last } = step.value;
      const answers = await ask(client, [...opening, ...statements, ...(last ? (['COMMIT'] as const) : [])]);
      const skip = opening.splice(0).length;
      if (last) {
        open = false;
        if (answers.at(-1)?.command !== 'COMMIT')
          throw new AppError('INTERNAL', 'the transaction was rolled back');
      }
      step = script.next(answers.slice(skip, skip + statements.length).map(({ rows }) => rows));
    }
    if (open) await ask(client, [...opening, 'COMMIT']);
    return step.value;
  } catch (error) {
    // After a failed closing batch COMMIT has rolled back already; a second ROLLBACK is harmless.
    await ask(client, [...opening, 'ROLLBACK']).catch(() => undefined);
    throw error;
  }
}

async function eachByItself<R>(client: pg.PoolClient, script: Script<R>): Promise<R> {
  let step = script.next();
  while (!step.done) {
    const answers = await ask(client, step.value.statements);
    step = script.next(answers.map(({ rows }) => rows));
  }
  return step.value;
}

/** As many scripts as share a transaction, like SQLite's. */
const MOST = 64;

/**
 * The same gate on PostgreSQL: what comes while a group is under way is the next group, one transaction whose steps
 * are sent in pipelined batches. `leases` are connections with synchronous_commit off.
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

  /** One group at a time: two could wait for each other's rows. A script that is alone is a transaction of its own. */
  function gathered(from: pg.Pool): <R>(script: () => Script<R>) => Promise<R> {
    const waiting: Queued[] = [];
    let busy = false;

    async function runAll(): Promise<void> {
      while (waiting.length > 0) {
        // All that this pass of the event loop brings goes along.
        await new Promise((resolve) => setImmediate(resolve));
        const group = waiting.splice(0, MOST);
        try {
          await attemptGroup(group);
        } catch {
          for (const one of group) one.alone();
        }
      }
      busy = false;
    }

    async function attemptGroup(group: readonly Queued[]): Promise<void> {
      const client = await from.connect();
      let broken: Error | undefined;
      try {
        await together(client, group);
      } catch (error) {
        if (isConnectionLoss(error)) broken = error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        client.release(broken);
      }
    }

    return (script) => {
      const { one, promise } = queued(script, () => persist(from, script, inTransaction));
      waiting.push(one);
      if (!busy) {
        busy = true;
        void runAll();
      }
      return promise;
    };
  }

  const write = gathered(pool);
  const lease = gathered(leases);
  return {
    write: (script) => watched(write(script)),
    lease: (script) => watched(lease(script)),
    read: (script) => watched(persist(pool, script, eachByItself)),
    close: async () => void (await Promise.allSettled(inFlight)),
  };
}
