import { AppError } from '#root/errors.ts';
import type { TryStore } from './repository/tries.ts';
import type { KeyedHash } from './secrets.ts';

/** So many wrong tries are a slip of the finger; each more doubles the pause. */
const FREE = { account: 5, address: 30, code: 5 } as const;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Wrong tries are forgotten when none came for so long. */
export const TRIES_KEPT_MS = 24 * 3_600_000;

export type Tried = keyof typeof FREE;

export interface LockOut {
  /** Throws LOCKED_OUT with the seconds to wait. Asked before any password is looked at. */
  readonly pass: (what: Tried, who: string, now: number) => Promise<void>;
  readonly failed: (what: Tried, who: string, now: number) => Promise<void>;
  readonly worked: (what: Tried, who: string) => Promise<void>;
}

/**
 * Counts wrong tries by account and by address. An e-mail address without an account is counted just the same, and
 * stored as a hash: what people mistype here may be somewhere else's.
 */
export function createLockOut(tries: TryStore, hash: KeyedHash): LockOut {
  const key = (what: Tried, who: string): string => `${what}:${hash(who)}`;
  return {
    async pass(what, who, now) {
      const { blockedUntil } = await tries.of(key(what, who), now);
      if (blockedUntil <= now) return;
      const seconds = Math.ceil((blockedUntil - now) / 1000);
      throw new AppError('LOCKED_OUT', `${String(seconds)} s`, { cause: seconds });
    },
    failed: async (what, who, now) =>
      void (await tries.failed(key(what, who), now, (failures) => pauseAfter(failures - FREE[what]))),
    worked: (what, who) => tries.clear(key(what, who)),
  };
}

const pauseAfter = (over: number): number =>
  over < 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** over, LONGEST_PAUSE_MS);
