import type { Scope } from '#knowledge/schema/ids.ts';
import { newId } from '#root/ids.ts';
import { parseJson, type Json } from '#root/json.ts';
import { finish, int, oneOf, runOne, statement, text, textOrNull, type Database } from '#store/database.ts';

export const runKinds = ['comparison', 'health'] as const;
export type RunKind = (typeof runKinds)[number];

/** `lost`: the process that worked it out went away. */
export type RunStatus = 'running' | 'done' | 'failed' | 'lost';

export interface Run {
  readonly id: string;
  readonly status: RunStatus;
  /** 0 to 1. */
  readonly done: number;
  readonly result: Json;
  readonly createdAt: number;
}

/** Long work of one process that any other may be asked about. Results hold no wording of residents. */
export interface Runs {
  readonly begin: (scope: Scope, kind: RunKind, now: number) => Promise<string>;
  /** Also a sign of life: without one for a minute a run counts as lost. */
  readonly progress: (id: string, done: number, now: number) => Promise<void>;
  readonly end: (id: string, status: 'done' | 'failed', result: Json, now: number) => Promise<void>;
  readonly find: (scope: Scope, kind: RunKind, id: string, now: number) => Promise<Run | null>;
  readonly newest: (scope: Scope, kind: RunKind, now: number) => Promise<Run | null>;
  readonly sweep: (before: number) => Promise<void>;
}

const LOST_MS = 60_000;

const insert = statement(
  `INSERT INTO insight_run (id, scope, kind, status, done, created_at, updated_at)
   VALUES ($1, $2, $3, 'running', 0, $4, $4)`,
);
const note = statement(
  `UPDATE insight_run SET done = $2, updated_at = $3 WHERE id = $1 AND status = 'running'`,
);
const settle = statement(
  `UPDATE insight_run SET status = $2, result = $3, done = 1, updated_at = $4 WHERE id = $1`,
);
const columns = 'id, status, done, result, created_at, updated_at';
const byId = statement(`SELECT ${columns} FROM insight_run WHERE scope = $1 AND kind = $2 AND id = $3`);
const last = statement(
  `SELECT ${columns} FROM insight_run WHERE scope = $1 AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
);
const drop = statement('DELETE FROM insight_run WHERE created_at < $1');

export function createRuns({ gate }: Pick<Database, 'gate'>): Runs {
  const read = async (wanted: ReturnType<typeof byId>, now: number): Promise<Run | null> => {
    const row = await gate.read(() => runOne(wanted));
    if (row === undefined) return null;
    const status = oneOf(row, 'status', ['running', 'done', 'failed'] as const);
    const result = textOrNull(row, 'result');
    return {
      id: text(row, 'id'),
      status: status === 'running' && now - int(row, 'updated_at') > LOST_MS ? 'lost' : status,
      done: int(row, 'done'),
      result: result === null ? null : parseJson(result),
      createdAt: int(row, 'created_at'),
    };
  };
  const write = (wanted: ReturnType<typeof byId>): Promise<void> =>
    gate.write(function* write() {
      yield* finish(wanted);
    });
  return {
    async begin(scope, kind, now) {
      const id = newId(now);
      await write(insert(id, scope, kind, now));
      return id;
    },
    progress: (id, done, now) => write(note(id, done, now)),
    end: (id, status, result, now) => write(settle(id, status, JSON.stringify(result), now)),
    find: (scope, kind, id, now) => read(byId(scope, kind, id), now),
    newest: (scope, kind, now) => read(last(scope, kind), now),
    sweep: (before) => write(drop(before)),
  };
}
