import type { Callers } from './callers.ts';
import type { Links } from './links.ts';
import type { LockOut } from './lock-out.ts';
import type { AccountStore } from './repository/accounts.ts';
import type { AuditLog } from './repository/audit.ts';
import type { LinkStore } from './repository/links.ts';
import type { SessionStore } from './repository/sessions.ts';
import type { SecondFactor } from './second-factor/second-factor.ts';
import type { SignIn } from './sign-in.ts';

export interface StaffSettings {
  /** Unused that long, a session is over. */
  readonly idleMs: number;
  /** However much it is used. */
  readonly sessionMs: number;
  /** Fewest characters of a password. */
  readonly passwordLength: number;
}

/** What the room's routes are made of. */
export interface StaffParts {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly linkStore: LinkStore;
  readonly links: Links;
  readonly lockOut: LockOut;
  readonly secondFactor: SecondFactor;
  readonly signIn: SignIn;
  readonly callers: Callers;
  readonly audit: AuditLog;
  readonly settings: StaffSettings;
  readonly clock: () => number;
}
