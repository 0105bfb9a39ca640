import type { Incoming } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { foldEmail, stageOf, type Account, type Stage } from './account.ts';
import type { Caller } from './callers.ts';
import { cookieHeader } from './cookie.ts';
import type { LockOut } from './lock-out.ts';
import { hashPassword, isOutdated, matchNobody, passwordMatches } from './password/hash.ts';
import type { AccountStore } from './repository/accounts.ts';
import type { SessionStore } from './repository/sessions.ts';
import type { SecondFactor } from './second-factor/second-factor.ts';
import { hashOfToken, newToken } from './secrets.ts';

export interface SignedIn {
  readonly stage: Stage;
  /** With the session's cookie. */
  readonly headers: Record<string, string>;
}

export interface SignIn {
  /** Throws SIGN_IN_REFUSED, LOCKED_OUT: the same for a wrong password, an unknown address and a disabled account. */
  readonly byPassword: (incoming: Incoming, email: string, password: string) => Promise<SignedIn>;
  /** A code of the app, or a recovery code. Throws CODE_REFUSED, LOCKED_OUT. */
  readonly bySecondFactor: (incoming: Incoming, caller: Caller, code: string) => Promise<SignedIn>;
  /** For who has just shown who she is: a new session, the old one over. `secondGiven`: by a code in this very request. */
  readonly open: (
    incoming: Incoming,
    account: Pick<Account, 'id' | 'totpSealed' | 'grants'>,
    secondGiven: boolean,
  ) => Promise<SignedIn>;
  /** Asks for the password again before something that cannot be taken back. Throws SIGN_IN_REFUSED, LOCKED_OUT. */
  readonly again: (incoming: Incoming, account: Account, password: string) => Promise<void>;
}

export function createSignIn({
  accounts,
  sessions,
  lockOut,
  secondFactor,
  sessionMs,
  clock,
}: {
  readonly accounts: Pick<AccountStore, 'byEmail' | 'setPassword' | 'signedIn'>;
  readonly sessions: Pick<SessionStore, 'open' | 'end'>;
  readonly lockOut: LockOut;
  readonly secondFactor: Pick<SecondFactor, 'check'>;
  readonly sessionMs: number;
  readonly clock: () => number;
}): SignIn {
  const open: SignIn['open'] = async (incoming, account, secondGiven) => {
    const now = clock();
    const token = newToken();
    await sessions.open(hashOfToken(token), {
      account: account.id,
      secondGiven,
      address: incoming.address,
      agent: (incoming.message.headers['user-agent'] ?? '').slice(0, 200),
      createdAt: now,
      expiresAt: now + sessionMs,
    });
    const stage = stageOf(account, secondGiven);
    if (stage === 'full') await accounts.signedIn(account.id, now);
    return { stage, headers: cookieHeader(incoming, token) };
  };

  /** Looks at the password only where neither the account nor the address is locked out. */
  async function guarded(incoming: Incoming, email: string, matches: () => Promise<boolean>): Promise<void> {
    const now = clock();
    await lockOut.pass('address', incoming.address, now);
    await lockOut.take('account', email, now);
    if (await matches()) return await lockOut.worked('account', email);
    await lockOut.take('address', incoming.address, now);
    throw new AppError('SIGN_IN_REFUSED');
  }

  return {
    open,

    async byPassword(incoming, typed, password) {
      const email = foldEmail(typed);
      const account = await accounts.byEmail(email);
      await guarded(incoming, email, async () => {
        if (account === null) return await matchNobody(password);
        return (await passwordMatches(password, account.passwordHash)) && account.disabledAt === null;
      });
      if (account === null) throw new AppError('SIGN_IN_REFUSED');
      if (isOutdated(account.passwordHash)) {
        await accounts.setPassword(account.id, await hashPassword(password));
      }
      return await open(incoming, account, false);
    },

    async bySecondFactor(incoming, { account, session }, code) {
      const now = clock();
      await lockOut.take('code', account.id, now);
      if (!(await secondFactor.check(account, code, now))) throw new AppError('CODE_REFUSED');
      await lockOut.worked('code', account.id);
      await sessions.end(account.id, session.id);
      return await open(incoming, account, true);
    },

    again: (incoming, account, password) =>
      guarded(incoming, account.email, () => passwordMatches(password, account.passwordHash)),
  };
}
