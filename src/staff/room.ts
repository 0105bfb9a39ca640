import type { Clock } from '#root/clock.ts';
import type { Route } from '#http/route.ts';
import { createSealer } from '#privacy/seal.ts';
import type { Database } from '#store/database.ts';
import { createCallers } from './callers.ts';
import type { Audit, StaffDoor } from './door.ts';
import { createLinks, type Links } from './links.ts';
import { createLockOut, TRIES_KEPT_MS } from './lock-out.ts';
import type { StaffParts, StaffSettings } from './parts.ts';
import { createAccountStore } from './repository/accounts.ts';
import { createAudit } from './repository/audit.ts';
import { createLinkStore } from './repository/links.ts';
import { createSecondFactorStore } from './repository/second-factors.ts';
import { createSessionStore } from './repository/sessions.ts';
import { createTryStore } from './repository/tries.ts';
import { auditRoutes } from './routes/audit.ts';
import { ownAccountRoutes } from './routes/own-account.ts';
import { peopleRoutes } from './routes/people.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { createSecondFactor } from './second-factor/second-factor.ts';
import { keyedHash } from './secrets.ts';
import { createSignIn } from './sign-in.ts';

export interface StaffRoom {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly routes: readonly Route[];
  /** The one-time link for the first administrator; null where there is one. */
  readonly firstLink: Links['first'];
}

export interface StaffRoomOptions {
  readonly database: Database;
  /** 64 hex digits. */
  readonly sealKey: string;
  readonly clock: Clock;
  readonly settings: StaffSettings;
}

/** Who works here: sign-in, people and what they may, and the log of what they did. */
export function createStaffRoom(options: StaffRoomOptions): StaffRoom {
  const parts = createStaffParts(options);
  return {
    door: parts.callers.door,
    audit: parts.audit,
    firstLink: parts.links.first,
    routes: [
      ...signInRoutes(parts),
      ...ownAccountRoutes(parts),
      ...peopleRoutes(parts),
      ...auditRoutes(parts),
    ],
  };
}

/** The room without its routes: for the command line. */
export function createStaffParts({ database, sealKey, clock, settings }: StaffRoomOptions): StaffParts {
  const accounts = createAccountStore(database);
  const sessions = createSessionStore(database, settings.idleMs);
  const linkStore = createLinkStore(database);
  const secondFactor = createSecondFactor(
    createSecondFactorStore(database),
    createSealer(sealKey),
    keyedHash(sealKey, 'recovery code'),
  );
  const lockOut = createLockOut(createTryStore(database, TRIES_KEPT_MS), keyedHash(sealKey, 'sign-in tries'));
  return {
    accounts,
    sessions,
    linkStore,
    links: createLinks({ links: linkStore, accounts, passwordLength: settings.passwordLength, clock }),
    lockOut,
    secondFactor,
    signIn: createSignIn({ accounts, sessions, lockOut, secondFactor, sessionMs: settings.sessionMs, clock }),
    callers: createCallers({ accounts, sessions, clock }),
    audit: createAudit(database, sealKey),
    settings,
    clock,
  };
}
