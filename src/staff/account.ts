import type { Grant, Officer, Role } from './officer.ts';

/** An account as the rules of sign-in see it; what officers see of each other is `Officer`. */
export interface Account extends Officer {
  readonly passwordHash: string;
  /** Sealed; null: no second factor. */
  readonly totpSealed: string | null;
  readonly disabledAt: number | null;
  readonly createdAt: number;
  readonly lastInAt: number | null;
}

/**
 * How far a session is: `second` waits for a code, `enrol` must set up a second factor first,
 * `full` may do what its grants say.
 */
export type Stage = 'second' | 'enrol' | 'full';

const needing: ReadonlySet<Role> = new Set(['approver', 'unit-administrator', 'province-administrator']);

/** Who publishes or lets people in has more to lose than a password. */
export const needsSecondFactor = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => needing.has(role));

export function stageOf(account: Pick<Account, 'totpSealed' | 'grants'>, secondGiven: boolean): Stage {
  if (account.totpSealed !== null) return secondGiven ? 'full' : 'second';
  return needsSecondFactor(account.grants) ? 'enrol' : 'full';
}

/** One person, one spelling. */
export const foldEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
