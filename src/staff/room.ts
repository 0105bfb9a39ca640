import type { Clock } from '#root/clock.ts';
import type { Route } from '#http/route.ts';
import type { Database } from '#store/database.ts';
import { createCallers } from './callers.ts';
import type { Audit, StaffDoor } from './door.ts';
import { createAccountStore } from './repository/accounts.ts';
import { createAudit } from './repository/audit.ts';
import { createSessionStore } from './repository/sessions.ts';

export interface StaffSettings {
  /** Unused that long, a session is over. */
  readonly idleMs: number;
  /** However much it is used. */
  readonly sessionMs: number;
  /** Fewest characters of a password. */
  readonly passwordLength: number;
}

export interface StaffRoom {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly routes: readonly Route[];
}

/** Who works here: sign-in, people and what they may, and the log of what they did. */
export function createStaffRoom({
  database,
  sealKey,
  clock,
  settings,
}: {
  readonly database: Database;
  /** 64 hex digits. */
  readonly sealKey: string;
  readonly clock: Clock;
  readonly settings: StaffSettings;
}): StaffRoom {
  const accounts = createAccountStore(database);
  const sessions = createSessionStore(database, settings.idleMs);
  const audit = createAudit(database, sealKey);
  const { door } = createCallers({ accounts, sessions, clock });
  return { door, audit, routes: [] };
}
