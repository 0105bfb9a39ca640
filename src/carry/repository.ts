import { createHmac, hkdfSync } from 'node:crypto';
import { parseJson } from '#root/json.ts';
import { finish, int, run, runOne, statement, text, type Database } from '#store/database.ts';
import type { Carried, TurnWriter } from '#turns/ports.ts';
import { CARRY_MS, MOST_TRIES, type CarryStore } from './carry.ts';

const insert = statement(
  `INSERT INTO carry (code_hash, state, state_v, expires_at, created_at, made_in)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (code_hash) DO NOTHING RETURNING code_hash`,
);
const dropOld = statement('DELETE FROM carry WHERE expires_at <= $1');
const dropOldTries = statement('DELETE FROM carry_try WHERE since <= $1');
/** Once: only the message that had it first may have it again, after a turn that failed. */
const claim = statement(
  `UPDATE carry SET used_by = $3 WHERE code_hash = $1 AND expires_at > $2 AND (used_by IS NULL OR used_by = $3)
   RETURNING state, state_v`,
);
const triesOf = statement('SELECT tries FROM carry_try WHERE conversation = $1 AND since > $2');
const countTry = statement(
  `INSERT INTO carry_try (conversation, tries, since) VALUES ($1, 1, $2)
   ON CONFLICT (conversation) DO UPDATE SET
     tries = CASE WHEN carry_try.since > $3 THEN carry_try.tries + 1 ELSE 1 END,
     since = CASE WHEN carry_try.since > $3 THEN carry_try.since ELSE $2 END
   RETURNING tries`,
);
const eraseTries = statement('DELETE FROM carry_try WHERE conversation = $1');
const eraseCodes = statement('DELETE FROM carry WHERE made_in = $1');

/** Codes are kept as keyed hashes: who reads the table cannot use one. `sealKey`: 64 hex digits. */
export function createCarryStore({
  database: { gate },
  sealKey,
}: {
  readonly database: Database;
  readonly sealKey: string;
}): CarryStore {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(sealKey, 'hex'), '', 'carry code', 32));
  const hashOf = (code: string): string => createHmac('sha256', key).update(code).digest('hex');

  return {
    put: (code, state, madeIn, now) =>
      gate.write(function* put() {
        yield* run(dropOld(now), dropOldTries(now - CARRY_MS));
        const [made] = yield* finish(
          insert(hashOf(code), JSON.stringify(state.data), state.v, now + CARRY_MS, now, madeIn),
        );
        return made?.length === 1;
      }),

    redeem: (code, { conversation, message }, now) =>
      gate.write(function* redeem() {
        const tried = yield* runOne(triesOf(conversation, now - CARRY_MS));
        if (tried !== undefined && int(tried, 'tries') >= MOST_TRIES)
          return { kind: 'blocked' } satisfies Carried;
        const row = yield* runOne(claim(hashOf(code), now, message));
        if (row !== undefined) {
          const state = { v: int(row, 'state_v'), data: parseJson(text(row, 'state')) };
          return { kind: 'state', state } satisfies Carried;
        }
        yield* finish(countTry(conversation, now, now - CARRY_MS));
        return { kind: 'unknown' } satisfies Carried;
      }),
  };
}

/** Codes that were made in a conversation, and what was counted of it, go with it. */
export const createCarryWriter = (): TurnWriter => ({
  write: () => [],
  erase: (conversation) => [eraseTries(conversation), eraseCodes(conversation)],
});

/** Copies and counted tries that have ended; otherwise they go when the next copy is made. */
export const createCarrySweep =
  ({ gate }: Pick<Database, 'gate'>) =>
  (now: number): Promise<void> =>
    gate.write(function* sweep() {
      yield* finish(dropOld(now), dropOldTries(now - CARRY_MS));
    });
