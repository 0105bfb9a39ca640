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

interface Queued {
  attempt(): void;
  settle(flushFailure: unknown): void;
}

/**
 * The commit gate: gathers writes of up to `gatherMs` or `most` into one transaction, one flush, a savepoint each.
 * Flushing is synchronous, so a group is kept small enough that the event loop is never held for long.
 */
export function createSqliteGate(
  database: DatabaseSync,
  { gatherMs = 2, most = 64 }: { gatherMs?: number; most?: number } = {},
): ClosableGate {
  const execute = statements(database);
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

  let queue: Queued[] = [];
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  const schedule = (): void => {
    if (queue.length >= most) immediate ??= setImmediate(flush);
    else timer ??= setTimeout(flush, gatherMs);
  };

  function flush(): void {
    clearTimeout(timer);
    clearImmediate(immediate);
    timer = undefined;
    immediate = undefined;
    // A transaction of kysely's is open on this connection: it ends within a few turns of the loop.
    if (database.isTransaction) {
      timer = setTimeout(flush, 1);
      return;
    }
    const group = queue.slice(0, most);
    queue = queue.slice(most);
    let failure: unknown;
    try {
      begin();
      for (const one of group) one.attempt();
      commit();
    } catch (error) {
      failure = error ?? new Error('flush failed');
      if (database.isTransaction) rollback();
    }
    for (const one of group) one.settle(failure);
    if (queue.length > 0) schedule();
  }

  const write = <R>(script: () => Script<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      let answer: (() => void) | undefined;
      queue.push({
        attempt: () => {
          savepoint();
          try {
            const result = drive(script(), execute);
            release();
            answer = () => resolve(result);
          } catch (error) {
            // Some failures (disk full) end the whole transaction: then there is no savepoint left to undo.
            if (!database.isTransaction) throw error;
            undo();
            release();
            answer = () => reject(error);
          }
        },
        settle: (flushFailure) => {
          if (flushFailure === undefined) answer?.();
          else reject(flushFailure);
        },
      });
      schedule();
    });

  /** Runs at once, without a flush of its own: the next flush carries it to the disk. */
  const lease = <R>(script: () => Script<R>): Promise<R> => {
    if (database.isTransaction) return write(script);
    try {
      database.exec('PRAGMA synchronous=NORMAL; BEGIN IMMEDIATE');
      const result = drive(script(), execute);
      commit();
      return Promise.resolve(result);
    } catch (error) {
      if (database.isTransaction) rollback();
      return Promise.reject(error);
    } finally {
      database.exec('PRAGMA synchronous=FULL');
    }
  };

  const read = <R>(script: () => Script<R>): Promise<R> => {
    try {
      return Promise.resolve(drive(script(), execute));
    } catch (error) {
      return Promise.reject(error);
    }
  };

  const close = async (): Promise<void> => {
    while (queue.length > 0) {
      flush();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  return { write, lease, read, close };
}
