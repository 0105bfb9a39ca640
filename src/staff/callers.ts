import type { Incoming, Who } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { stageOf, type Account, type Stage } from './account.ts';
import { tokenOf } from './cookie.ts';
import { scopeParams, type StaffDoor } from './door.ts';
import { may, type Officer } from './officer.ts';
import type { AccountStore } from './repository/accounts.ts';
import type { Session, SessionStore } from './repository/sessions.ts';
import { fromOurPages } from './same-site.ts';
import { hashOfToken } from './secrets.ts';

/** Who holds a session, and how far it is. */
export interface Caller {
  readonly account: Account;
  readonly session: Session;
  readonly stage: Stage;
}

export interface Callers {
  /** null: signed in nowhere. */
  readonly find: (incoming: Incoming) => Promise<Caller | null>;
  readonly door: StaffDoor;
  /** Fully signed in, whatever her grants: for her own account. */
  readonly officer: Who<Caller>;
  /** Has given a password; perhaps not the second factor yet. */
  readonly begun: Who<Caller>;
  /** Nobody yet, but on our own pages. */
  readonly visitor: Who<null>;
}

/** A session is marked as used at most this often: reading must not write. */
const MARK_MS = 60_000;

/** So long may a session wait for its second factor: to type a code, to set one up on a phone. */
const waitMs: Readonly<Record<Exclude<Stage, 'full'>, number>> = { second: 10 * 60_000, enrol: 45 * 60_000 };

export function createCallers({
  accounts,
  sessions,
  clock,
}: {
  readonly accounts: Pick<AccountStore, 'byId'>;
  readonly sessions: Pick<SessionStore, 'find' | 'seen'>;
  readonly clock: () => number;
}): Callers {
  async function find(incoming: Incoming): Promise<Caller | null> {
    const token = tokenOf(incoming);
    if (token === null) return null;
    const now = clock();
    const session = await sessions.find(hashOfToken(token), now);
    if (session === null) return null;
    const account = await accounts.byId(session.account);
    if (account === null || account.disabledAt !== null) return null;
    const stage = stageOf(account, session.secondGiven);
    if (stage !== 'full' && now - session.createdAt > waitMs[stage]) return null;
    if (now - session.seenAt > MARK_MS) await sessions.seen(session.id, now);
    return { account, session, stage };
  }

  async function begun(incoming: Incoming): Promise<Caller> {
    fromOurPages(incoming);
    const caller = await find(incoming);
    if (caller === null) throw new AppError('UNAUTHORIZED');
    return caller;
  }

  async function full(incoming: Incoming): Promise<Caller> {
    const caller = await begun(incoming);
    if (caller.stage === 'second') throw new AppError('UNAUTHORIZED');
    if (caller.stage === 'enrol') throw new AppError('SECOND_FACTOR_NEEDED');
    return caller;
  }

  return {
    find,
    officer: { name: 'officer', check: full },
    begun: { name: 'officer, second factor to come', check: begun },
    visitor: {
      name: 'our pages',
      check: (incoming) => {
        fromOurPages(incoming);
        return null;
      },
    },
    door: {
      holding: (permission) => ({
        name: `staff: ${permission}`,
        async check(incoming, params) {
          const { account } = await full(incoming);
          const scope = scopeParams.safeParse(params);
          if (!scope.success || !may(account, permission, scope.data.scope)) throw new AppError('FORBIDDEN');
          return officerOf(account);
        },
      }),
    },
  };
}

/** Without what only sign-in needs. */
export const officerOf = ({ id, name, email, grants }: Account): Officer => ({ id, name, email, grants });
