import { finish, int, run, statement, type Database } from '#store/database.ts';

export interface Tries {
  readonly failures: number;
  readonly blockedUntil: number;
}

const find = statement('SELECT failures, blocked_until FROM staff_try WHERE what = $1 AND last_at > $2');
/** $1 what · $2 now · $3 forgotten before · $4 free tries · $5 first pause · $6 longest pause, reached after `DOUBLINGS` */
const DOUBLINGS = 5;
const tries = `CASE WHEN staff_try.last_at > $3 THEN staff_try.failures + 1 ELSE 1 END`;
const count = statement(
  `INSERT INTO staff_try (what, failures, last_at, blocked_until) VALUES ($1, 1, $2, 0)
   ON CONFLICT (what) DO UPDATE SET failures = ${tries}, last_at = $2,
     blocked_until = CASE
       WHEN ${tries} < $4 THEN 0
       WHEN ${tries} - $4 >= ${String(DOUBLINGS)} THEN $2 + CAST($6 AS bigint)
       ELSE $2 + (CAST($5 AS bigint) << CAST(${tries} - $4 AS integer))
     END
   WHERE staff_try.blocked_until <= $2 RETURNING failures`,
);
const clear = statement('DELETE FROM staff_try WHERE what = $1');
const sweep = statement('DELETE FROM staff_try WHERE last_at <= $1 AND blocked_until <= $2');

/** How many tries are a slip of the finger, and how long each more closes the door, doubling, ms. */
export interface Pauses {
  readonly free: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

export type TryStore = ReturnType<typeof createTryStore>;

/** Wrong tries, kept through a restart and for all nodes; forgotten after `keepMs` without one. */
export function createTryStore({ gate }: Database, keepMs: number) {
  return {
    of: (what: string, now: number): Promise<Tries> =>
      gate.read(function* of() {
        const [rows = []] = yield* run(find(what, now - keepMs));
        const [row] = rows;
        return row === undefined
          ? { failures: 0, blockedUntil: 0 }
          : { failures: int(row, 'failures'), blockedUntil: int(row, 'blocked_until') };
      }),
    /**
     * Counts a try, unless the door is closed. Counted and closed by one statement: of a hundred tries sent at once,
     * only those that are free come through. False: closed.
     */
    take: (what: string, now: number, { free, firstMs, longestMs }: Pauses) =>
      gate.write(function* take() {
        const [rows = []] = yield* finish(
          count(what, now, now - keepMs, free, firstMs, longestMs),
          sweep(now - keepMs, now),
        );
        return rows.length === 1;
      }),
    clear: (what: string) =>
      gate.write(function* forget() {
        yield* finish(clear(what));
      }),
  };
}
