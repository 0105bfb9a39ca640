import { finish, int, run, runOne, statement, textOrNull, type Database } from '#store/database.ts';

const setNew = statement('UPDATE staff_account SET totp_new_sealed = $2 WHERE id = $1');
const pending = statement('SELECT totp_new_sealed FROM staff_account WHERE id = $1');
const confirm = statement(
  `UPDATE staff_account SET totp_sealed = totp_new_sealed, totp_new_sealed = NULL, totp_step = $3
   WHERE id = $1 AND totp_new_sealed = $2 RETURNING id`,
);
const off = statement(
  'UPDATE staff_account SET totp_sealed = NULL, totp_new_sealed = NULL, totp_step = 0 WHERE id = $1',
);
/** Once for each half minute: who looked over a shoulder comes too late. */
const step = statement(
  'UPDATE staff_account SET totp_step = $2 WHERE id = $1 AND totp_step < $2 RETURNING id',
);
const dropCodes = statement('DELETE FROM staff_recovery WHERE account = $1');
const addCode = statement('INSERT INTO staff_recovery (account, code_hash) VALUES ($1, $2)');
const useCode = statement(
  'DELETE FROM staff_recovery WHERE account = $1 AND code_hash = $2 RETURNING account',
);
const left = statement('SELECT COUNT(*) AS n FROM staff_recovery WHERE account = $1');

export type SecondFactorStore = ReturnType<typeof createSecondFactorStore>;

export function createSecondFactorStore({ gate }: Database) {
  return {
    begin: (account: string, sealed: string) =>
      gate.write(function* begin() {
        yield* finish(setNew(account, sealed));
      }),
    /** Sealed, as begun; null: nothing was begun. */
    pending: async (account: string): Promise<string | null> => {
      const row = await gate.read(() => runOne(pending(account)));
      return row === undefined ? null : textOrNull(row, 'totp_new_sealed');
    },
    /** False: something else was begun since. */
    confirm: (account: string, sealed: string, at: number, codeHashes: readonly string[]) =>
      gate.write(function* settle() {
        if ((yield* runOne(confirm(account, sealed, at))) === undefined) return false;
        yield* finish(dropCodes(account), ...codeHashes.map((hash) => addCode(account, hash)));
        return true;
      }),
    off: (account: string) =>
      gate.write(function* remove() {
        yield* finish(off(account), dropCodes(account));
      }),
    /** False: that half minute's code was used, or a later one. */
    takeStep: (account: string, at: number) =>
      gate.write(function* take() {
        const [rows = []] = yield* finish(step(account, at));
        return rows.length === 1;
      }),
    useRecovery: (account: string, hash: string) =>
      gate.write(function* use() {
        const [rows = []] = yield* finish(useCode(account, hash));
        return rows.length === 1;
      }),
    renewRecovery: (account: string, codeHashes: readonly string[]) =>
      gate.write(function* renew() {
        yield* run(dropCodes(account));
        yield* finish(...codeHashes.map((hash) => addCode(account, hash)));
      }),
    recoveryLeft: async (account: string): Promise<number> => {
      const row = await gate.read(() => runOne(left(account)));
      return row === undefined ? 0 : int(row, 'n');
    },
  };
}
