import { newId } from '../../src/ids.ts';
import type { Database } from '#store/database.ts';
import { createAccountStore } from '#staff/repository/accounts.ts';
import { createSessionStore } from '#staff/repository/sessions.ts';
import type { Grant, Officer } from '#staff/officer.ts';
import { hashOfToken, newToken } from '#staff/secrets.ts';

/** A signed-in member of staff, made without passwords and codes. */
export interface TestOfficer {
  readonly officer: Officer;
  /** For `fetch`, as a browser on our own page would send them: cookie and Sec-Fetch-Site. */
  readonly headers: Readonly<Record<string, string>>;
  /** For a browser context: `context.addCookies([{ ...cookie, url }])`. */
  readonly cookie: { readonly name: string; readonly value: string };
}

export const grant = (role: Grant['role'], scope: Grant['scope'] = '25326'): Grant => ({ role, scope });

/**
 * Makes an account with these grants and a session in which a second factor was given. The database must be
 * migrated. `now`: where the house's clock is not the real one.
 */
export async function makeOfficer(
  database: Database,
  grants: readonly Grant[],
  { now = Date.now(), name = 'Nguyễn Thị Thử' }: { now?: number; name?: string } = {},
): Promise<TestOfficer> {
  const email = `${newId()}@example.invalid`;
  const id = await createAccountStore(database).add(
    { email, name, passwordHash: 'none', grants },
    'test',
    now,
  );
  if (id === null) throw new Error('two test officers with one address');
  // A role that needs a second factor has one; nobody types its codes here.
  await database.db.updateTable('staff_account').set({ totp_sealed: 'none' }).where('id', '=', id).execute();
  const token = newToken();
  await createSessionStore(database, Number.MAX_SAFE_INTEGER).open(hashOfToken(token), {
    account: id,
    secondGiven: true,
    address: '127.0.0.1',
    agent: 'test',
    createdAt: now,
    expiresAt: now + 365 * 86_400_000,
  });
  return {
    officer: { id, name, email, grants },
    headers: { cookie: `staff=${token}`, 'sec-fetch-site': 'same-origin' },
    cookie: { name: 'staff', value: token },
  };
}
