import { AppError } from '#root/errors.ts';
import type { TryStore } from './repository/tries.ts';
import type { KeyedHash } from './secrets.ts';

/** So many wrong tries are a slip of the finger; each more doubles the pause. */
const FREE = { account: 5, address: 30, code: 5 } as const;
const PAUSES = { firstMs: 30_000, longestMs: 15 * 60_000 } as const;
/** Wrong tries are forgotten when none came for so long. */
export const TRIES_KEPT_MS = 24 * 3_600_000;

export type Tried = keyof typeof FREE;

export interface LockOut {
  /** Throws LOCKED_OUT with the seconds to wait where the door is closed. */
  readonly pass: (what: Tried, who: string, now: number) => Promise<void>;
  /** The same, and counts this try as a wrong one until `worked` says otherwise. */
  readonly take: (what: Tried, who: string, now: number) => Promise<void>;
  readonly worked: (what: Tried, who: string) => Promise<void>;
}

/**
 * Counts tries by account and by address. An e-mail address without an account is counted just the same, and stored
 * as a hash: what people mistype here may be somewhere else's.
 */
export function createLockOut(tries: TryStore, hash: KeyedHash): LockOut {
  const key = (what: Tried, who: string): string => `${what}:${hash(who)}`;
  const refuse = (blockedUntil: number, now: number): never => {
    const seconds = Math.max(1, Math.ceil((blockedUntil - now) / 1000));
    throw new AppError('LOCKED_OUT', `${String(seconds)} s`, { cause: seconds });
  };
  return {
    async pass(what, who, now) {
      const { blockedUntil } = await tries.of(key(what, who), now);
      if (blockedUntil > now) refuse(blockedUntil, now);
    },
    async take(what, who, now) {
      if (await tries.take(key(what, who), now, { free: FREE[what], ...PAUSES })) return;
      refuse((await tries.of(key(what, who), now)).blockedUntil, now);
    },
    worked: (what, who) => tries.clear(key(what, who)),
  };
}
