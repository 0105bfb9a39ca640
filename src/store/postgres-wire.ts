import type pg from 'pg';
import type { Rows, Statement, Value } from './script.ts';

/** PostgreSQL refuses NUL in text, SQLite takes it: nobody types it, and it must not stop a turn. */
const storable = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value;

type Asked = Statement | 'BEGIN' | 'COMMIT' | 'ROLLBACK';

export interface Answered {
  readonly rows: Rows;
  /** What the server says it did: a COMMIT of a failed transaction is answered ROLLBACK. */
  readonly command: string;
}

/**
 * Statements in one write to the wire, one trip for all. Resolves with their answers in order; rejects with the
 * first failure once all are answered, so that nothing of this is on the connection any more.
 */
export function ask(client: pg.PoolClient, asked: readonly Asked[]): Promise<readonly Answered[]> {
  if (asked.length === 0) return Promise.resolve([]);
  const { promise, resolve, reject } = Promise.withResolvers<readonly Answered[]>();
  const answers: Answered[] = [];
  let failure: Error | undefined;
  let left = asked.length;
  // Callbacks, because a promise for every statement costs more than the statement.
  const answered = (error: Error | null | undefined, result: pg.QueryResult | undefined): void => {
    if (error !== null && error !== undefined) failure ??= error;
    else answers.push({ rows: result?.rows ?? [], command: result?.command ?? '' });
    left -= 1;
    if (left > 0) return;
    if (failure === undefined) resolve(answers);
    else reject(failure);
  };
  // A write for every statement would be a call to the system for each.
  const { stream } = client.connection;
  stream.cork();
  for (const one of asked) {
    if (typeof one === 'string') client.query(one, answered);
    else client.query({ name: one.name, text: one.text, values: one.values.map(storable) }, answered);
  }
  stream.uncork();
  return promise;
}
