import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ClosableGate, Rows, Script, Statement } from './script.ts';

interface Prepared {
  readonly statement: StatementSync;
  /** Which `$n` stands at each place; null where they stand in order, each once. */
  readonly order: readonly number[] | null;
  readonly reads: boolean;
}

const NONE: Rows = [];

/** Statements of one connection, prepared once. */
function statements(database: DatabaseSync): (statement: Statement) => Rows {
  const cache = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const order: number[] = [];
    const sql = text.replace(/\$(\d+)/g, (_, n: string) => {
      order.push(Number(n) - 1);
      return '?';
    });
    const statement = database.prepare(sql);
    const inOrder = order.every((place, index) => place === index);
    return { statement, order: inOrder ? null : order, reads: statement.columns().length > 0 };
  };
  return ({ text, values }) => {
    let prepared = cache.get(text);
    if (prepared === undefined) cache.set(text, (prepared = prepare(text)));
    const bound = prepared.order === null ? values : prepared.order.map((place) => values[place] ?? null);
    if (prepared.reads) return prepared.statement.all(...bound);
    prepared.statement.run(...bound);
    return NONE;
  };
}

/** Runs a script straight through on the connection. */
function drive<R>(script: Script<R>, execute: (statement: Statement) => Rows): R {
  let step = script.next();
  while (!step.done) step = script.next(step.value.statements.map(execute));
  return step.value;
}

/** A script that waits for its group. It may be run twice: the first time without a savepoint. */
interface Queued {
  run(): void;
  /** Tells the caller: with what went wrong with this one, or with the whole group. */
  settle(failure: { readonly error: unknown } | null): void;
}

function queued<R>(script: () => Script<R>, execute: (statement: Statement) => Rows) {
  const { promise, resolve, reject } = Promise.withResolvers<R>();
  let result: { readonly value: R } | undefined;
  const one: Queued = {
    run: () => {
      result = { value: drive(script(), execute) };
    },
    settle: (failure) => {
      if (failure !== null) reject(failure.error);
      else if (result !== undefined) resolve(result.value);
    },
  };
  return { one, promise };
}

/** Runs a group of scripts as one transaction; one that throws undoes itself alone. */
function groupRunner(database: DatabaseSync): (group: readonly Queued[]) => void {
  const control = (sql: string): (() => void) => {
    let prepared: StatementSync | undefined;
    return () => void (prepared ??= database.prepare(sql)).run();
  };
  const begin = control('BEGIN IMMEDIATE');
  const commit = control('COMMIT');
  const rollback = control('ROLLBACK');
  const savepoint = control('SAVEPOINT one');
  const release = control('RELEASE one');
  const undo = control('ROLLBACK TO one');

  /** False: one of them threw, and nothing is written. Savepoints cost a fifth of a turn, and few are needed. */
  function together(group: readonly Queued[]): boolean {
    begin();
    try {
      for (const one of group) one.run();
    } catch {
      // A full disk has ended the transaction by itself.
      if (database.isTransaction) rollback();
      return false;
    }
    commit();
    return true;
  }

  function apart(group: readonly Queued[]): ReadonlyMap<Queued, unknown> {
    const failures = new Map<Queued, unknown>();
    begin();
    for (const one of group) {
      savepoint();
      try {
        one.run();
      } catch (error) {
        // Some failures (disk full) end the whole transaction: then there is no savepoint left to undo.
        if (!database.isTransaction) throw error;
        undo();
        failures.set(one, error);
      }
      release();
    }
    commit();
    return failures;
  }

  return (group) => {
    let failures: ReadonlyMap<Queued, unknown> = new Map();
    try {
      if (!together(group)) failures = apart(group);
    } catch (error) {
      if (database.isTransaction) rollback();
      failures = new Map(group.map((one) => [one, error]));
    }
    for (const one of group) one.settle(failures.has(one) ? { error: failures.get(one) } : null);
  };
}

/**
 * The commit gate: gathers writes of up to `gatherMs` or `most` into one transaction, one flush.
 * Flushing is synchronous, so a group is kept small enough that the event loop is never held for long.
 */
export function createSqliteGate(
  database: DatabaseSync,
  { gatherMs = 2, most = 64 }: { gatherMs?: number; most?: number } = {},
): ClosableGate {
  const execute = statements(database);
  const runGroup = groupRunner(database);
  const writes: Queued[] = [];
  const leases: Queued[] = [];
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  const schedule = (): void => {
    if (leases.length > 0 || writes.length >= most) immediate ??= setImmediate(flush);
    else if (writes.length > 0) timer ??= setTimeout(flushAll, gatherMs);
  };

  /** Leases at once, without a flush of their own: the next one carries them to the disk. */
  function flushLeases(): void {
    const group = leases.splice(0, most);
    if (group.length === 0) return;
    database.exec('PRAGMA synchronous=NORMAL');
    try {
      runGroup(group);
    } finally {
      database.exec('PRAGMA synchronous=FULL');
    }
  }

  function flushWrites(): void {
    clearTimeout(timer);
    timer = undefined;
    const group = writes.splice(0, most);
    if (group.length > 0) runGroup(group);
  }

  function flush(): void {
    immediate = undefined;
    if (blocked()) return;
    flushLeases();
    if (writes.length >= most) flushWrites();
    schedule();
  }

  function flushAll(): void {
    clearTimeout(timer);
    timer = undefined;
    if (blocked()) return;
    flushLeases();
    flushWrites();
    schedule();
  }

  /** A transaction of kysely's is open on this connection: it ends within a few turns of the loop. */
  function blocked(): boolean {
    if (database.isTransaction) timer ??= setTimeout(flushAll, 1);
    return database.isTransaction;
  }

  const enqueue =
    (queue: Queued[]) =>
    <R>(script: () => Script<R>): Promise<R> => {
      const { one, promise } = queued(script, execute);
      queue.push(one);
      schedule();
      return promise;
    };

  return {
    write: enqueue(writes),
    lease: enqueue(leases),
    read: (script) => {
      try {
        return Promise.resolve(drive(script(), execute));
      } catch (error) {
        return Promise.reject(error);
      }
    },
    close: async () => {
      while (writes.length > 0 || leases.length > 0) {
        flushAll();
        await new Promise((resolve) => setImmediate(resolve));
      }
      clearTimeout(timer);
      clearImmediate(immediate);
    },
  };
}
