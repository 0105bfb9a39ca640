import { finish, int, run, statement, type Database } from '#store/database.ts';

export interface Tries {
  readonly failures: number;
  readonly blockedUntil: number;
}

const find = statement('SELECT failures, blocked_until FROM staff_try WHERE what = $1 AND last_at > $2');
const count = statement(
  `INSERT INTO staff_try (what, failures, last_at, blocked_until) VALUES ($1, 1, $2, 0)
   ON CONFLICT (what) DO UPDATE SET
     failures = CASE WHEN staff_try.last_at > $3 THEN staff_try.failures + 1 ELSE 1 END, last_at = $2
   RETURNING failures`,
);
const block = statement('UPDATE staff_try SET blocked_until = $2 WHERE what = $1 AND blocked_until < $2');
const clear = statement('DELETE FROM staff_try WHERE what = $1');
const sweep = statement('DELETE FROM staff_try WHERE last_at <= $1 AND blocked_until <= $2');

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
    /** `pause`: how long this many wrong tries close the door, ms. */
    failed: (what: string, now: number, pause: (failures: number) => number) =>
      gate.write(function* failed() {
        const [rows = []] = yield* run(count(what, now, now - keepMs), sweep(now - keepMs, now));
        const [row] = rows;
        const failures = row === undefined ? 1 : int(row, 'failures');
        const ms = pause(failures);
        if (ms > 0) yield* finish(block(what, now + ms));
        return failures;
      }),
    clear: (what: string) =>
      gate.write(function* forget() {
        yield* finish(clear(what));
      }),
  };
}
