import { AppError } from '#root/errors.ts';
import type { Sealer } from '#privacy/seal.ts';
import type { Account } from '../account.ts';
import type { SecondFactorStore } from '../repository/second-factors.ts';
import type { KeyedHash } from '../secrets.ts';
import { foldRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { words } from '../words.vi.ts';
import { newSecret, stepOf, uriOf } from './totp.ts';

export interface SecondFactor {
  /** True once for each right code. */
  readonly check: (account: Account, code: string, now: number) => Promise<boolean>;
  /** What the app needs; nothing changes until `confirm`. */
  readonly begin: (account: Account) => Promise<{ readonly secret: string; readonly uri: string }>;
  /** The first code proves that the app has it; gives the recovery codes, shown once. Throws CODE_REFUSED. */
  readonly confirm: (account: Account, code: string, now: number) => Promise<readonly string[]>;
  readonly off: (account: string) => Promise<void>;
  readonly renewCodes: (account: string) => Promise<readonly string[]>;
  readonly codesLeft: (account: string) => Promise<number>;
}

export function createSecondFactor(
  store: SecondFactorStore,
  sealer: Pick<Sealer, 'seal' | 'open'>,
  hash: KeyedHash,
): SecondFactor {
  const hashOf = (account: string, code: string): string => hash(`${account} ${foldRecoveryCode(code)}`);
  return {
    async check(account, typed, now) {
      if (account.totpSealed === null) return false;
      const code = typed.replace(/\s/g, '');
      if (!/^\d{6}$/.test(code)) return await store.useRecovery(account.id, hashOf(account.id, code));
      const step = stepOf(sealer.open(account.totpSealed), code, now);
      return step !== null && (await store.takeStep(account.id, step));
    },
    async begin({ id, email }) {
      const secret = newSecret();
      await store.begin(id, sealer.seal(secret));
      return { secret, uri: uriOf(secret, email, words.issuer) };
    },
    async confirm({ id }, typed, now) {
      const sealed = await store.pending(id);
      const step = sealed === null ? null : stepOf(sealer.open(sealed), typed.replace(/\s/g, ''), now);
      if (sealed === null || step === null) throw new AppError('CODE_REFUSED');
      const codes = newRecoveryCodes();
      const hashes = codes.map((code) => hashOf(id, code));
      if (!(await store.confirm(id, sealed, step, hashes))) throw new AppError('CODE_REFUSED');
      return codes;
    },
    off: (account) => store.off(account),
    async renewCodes(account) {
      const codes = newRecoveryCodes();
      await store.renewRecovery(
        account,
        codes.map((code) => hashOf(account, code)),
      );
      return codes;
    },
    codesLeft: (account) => store.recoveryLeft(account),
  };
}
