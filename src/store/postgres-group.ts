import type pg from 'pg';
import { AppError } from '#root/errors.ts';
import { ask } from './postgres-wire.ts';
import type { Batch, Rows, Script, Statement } from './script.ts';

/** A script that waits for its group, and whoever waits for it. */
export interface Queued {
  /** Runs it up to its first batch, also when it ran before. */
  begin(): void;
  /** What it asks now; null: it has ended. */
  asks(): Batch | null;
  answer(rows: readonly Rows[]): void;
  /** Runs it in a transaction of its own, and tells its caller. */
  alone(): void;
  /** Tells its caller how it ended; `failure` where it threw after its last batch. */
  settle(failure: { readonly error: unknown } | null): void;
}

export function queued<R>(script: () => Script<R>, alone: () => Promise<R>) {
  const { promise, resolve, reject } = Promise.withResolvers<R>();
  let running: Script<R> | undefined;
  let step: IteratorResult<Batch, R> | undefined;
  const one: Queued = {
    begin: () => {
      running = script();
      step = running.next();
    },
    asks: () => (step === undefined || step.done === true ? null : step.value),
    answer: (rows) => {
      step = running?.next(rows);
    },
    alone: () => void alone().then(resolve, reject),
    settle: (failure) => {
      if (failure !== null) reject(failure.error);
      else if (step?.done === true) resolve(step.value);
    },
  };
  return { one, promise };
}

const NONE: Rows = [];

/** What a group counts, added up by row and in the order of the rows. */
function createCounters() {
  const sums = new Map<string, { readonly statement: Statement; amount: number }>();
  return {
    add(statements: readonly Statement[]): void {
      for (const statement of statements) {
        if (statement.counts !== true) continue;
        const key = JSON.stringify([statement.name, ...statement.values.slice(0, -1)]);
        const amount = Number(statement.values.at(-1));
        const sum = sums.get(key);
        if (sum === undefined) sums.set(key, { statement, amount });
        else sum.amount += amount;
      }
    },
    all: (): readonly Statement[] =>
      [...sums]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([
            ,
            {
              statement: { name, text, values },
              amount,
            },
          ]) => {
            return { name, text, values: [...values.slice(0, -1), amount] };
          },
        ),
  };
}

/**
 * Runs scripts side by side in one transaction, each step of all of them in one trip. Where one fails before the
 * COMMIT nothing is written and this rejects: who failed is found by running each alone.
 */
export async function together(client: pg.PoolClient, group: readonly Queued[]): Promise<void> {
  const opening: 'BEGIN'[] = ['BEGIN'];
  const counters = createCounters();
  let committed = false;
  const failures = new Map<Queued, unknown>();
  try {
    for (const one of group) one.begin();
    while (!committed) {
      const asking = group.flatMap((one) => {
        const batch = one.asks();
        return batch === null ? [] : [{ one, batch }];
      });
      const closing = asking.every(({ batch }) => batch.last);
      const statements = asking.flatMap(({ batch }) => batch.statements);
      counters.add(statements);
      const answers = await ask(client, [
        ...opening,
        ...statements.filter(({ counts }) => counts !== true),
        ...(closing ? ([...counters.all(), 'COMMIT'] as const) : []),
      ]);
      let at = opening.splice(0).length;
      if (closing) {
        if (answers.at(-1)?.command !== 'COMMIT')
          throw new AppError('INTERNAL', 'the transaction was rolled back');
        committed = true;
      }
      for (const { one, batch } of asking) {
        const rows = batch.statements.map(({ counts }) =>
          counts === true ? NONE : (answers[at++]?.rows ?? NONE),
        );
        try {
          one.answer(rows);
        } catch (error) {
          if (!committed) throw error;
          failures.set(one, error);
        }
      }
    }
  } catch (error) {
    // After a failed closing trip COMMIT has rolled back already; a second ROLLBACK is harmless.
    await ask(client, [...opening, 'ROLLBACK']).catch(() => undefined);
    throw error;
  }
  for (const one of group) one.settle(failures.has(one) ? { error: failures.get(one) } : null);
}
