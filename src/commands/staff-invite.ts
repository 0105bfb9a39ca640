// npm run staff:invite [-- --email ADDRESS]
// For the operator of the server. Alone: a new one-time link for the first administrator, as at the first start, while
// there is none. With the address of an account: a one-time link for a new password, its second factor taken away and
// its sessions ended, for the administrator who lost both and whom nobody else can help. Both stand in the audit log.
import { parseArgs } from 'node:util';
import { foldEmail } from '#staff/account.ts';
import { OPERATOR } from '#staff/links.ts';
import { homeScope } from '#staff/people.ts';
import { withStaff } from './support/staff.ts';

const { values } = parseArgs({ options: { email: { type: 'string' } } });

await withStaff(async ({ links, accounts, secondFactor, sessions, audit, clock }, config) => {
  const base = config.publicUrl ?? `http://localhost:${String(config.port)}`;
  const note = (scope: string, action: string, subject: string): Promise<void> =>
    audit.write({ officer: OPERATOR, scope, action, subject, detail: 'command line' }, clock());

  if (values.email === undefined) {
    const made = await links.first(base);
    if (made === null) return fail('There is an administrator. Name an account: -- --email ADDRESS');
    await note('base', 'people.first-link', '');
    return say('Makes the first administrator', made);
  }
  const account = await accounts.byEmail(foldEmail(values.email));
  if (account === null) return fail(`No account has the address ${values.email}`);
  await secondFactor.off(account.id);
  await sessions.endOthers(account.id, '');
  const made = await links.reset(base, account, OPERATOR);
  await note(homeScope(account), 'people.password-link', account.id);
  say(`A new password for ${account.name}, and a second factor set up anew`, made);
});

function say(what: string, { url, expiresAt }: { readonly url: string; readonly expiresAt: number }): void {
  console.log(`${what}, once, until ${new Date(expiresAt).toISOString()}:\n${url}`);
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
