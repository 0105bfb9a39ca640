import { AppError } from '#root/errors.ts';
import { foldEmail, type Account } from './account.ts';
import type { Grant } from './officer.ts';
import { hashPassword } from './password/hash.ts';
import { weaknessOf } from './password/rules.ts';
import type { AccountStore } from './repository/accounts.ts';
import type { Link, LinkKind, LinkStore } from './repository/links.ts';
import { hashOfToken, newToken } from './secrets.ts';

const HOUR_MS = 3_600_000;
const lastsMs: Readonly<Record<LinkKind, number>> = {
  first: 24 * HOUR_MS,
  invite: 72 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

/** Who made what no signed-in person made: the link of the first start, the command line. */
export const OPERATOR = 'operator';

/** Shown once, handed over by whatever means the two people have: no mail server is assumed. */
export interface MadeLink {
  readonly url: string;
  readonly expiresAt: number;
}

export interface Links {
  readonly invite: (
    baseUrl: string,
    to: Pick<Link, 'email' | 'name' | 'grants'>,
    by: string,
  ) => Promise<MadeLink>;
  readonly reset: (baseUrl: string, account: Account, by: string) => Promise<MadeLink>;
  /** null: there is an administrator. */
  readonly first: (baseUrl: string) => Promise<MadeLink | null>;
  /** Throws LINK_INVALID. */
  readonly look: (token: string) => Promise<Link>;
  /** Makes the account or sets the password. Throws LINK_INVALID, PASSWORD_WEAK, ACCOUNT_EXISTS. */
  readonly use: (
    token: string,
    person: { readonly email: string; readonly name: string; readonly password: string },
  ) => Promise<{ readonly account: Account; readonly link: Link }>;
}

export function createLinks({
  links,
  accounts,
  passwordLength,
  clock,
}: {
  readonly links: Pick<LinkStore, 'make' | 'find' | 'use'>;
  readonly accounts: Pick<AccountStore, 'anyAdministrator' | 'byId'>;
  readonly passwordLength: number;
  readonly clock: () => number;
}): Links {
  async function make(
    baseUrl: string,
    link: Omit<Link, 'id' | 'createdAt' | 'expiresAt'>,
  ): Promise<MadeLink> {
    const token = newToken();
    const now = clock();
    const expiresAt = now + lastsMs[link.kind];
    await links.make(hashOfToken(token), { ...link, createdAt: now, expiresAt });
    return { url: `${baseUrl}/quan-tri/bat-dau?ma=${token}`, expiresAt };
  }

  async function look(token: string): Promise<Link> {
    const link = await links.find(hashOfToken(token), clock());
    if (link === null) throw new AppError('LINK_INVALID');
    return link;
  }

  return {
    look,
    invite: (baseUrl, { email, name, grants }, by) =>
      make(baseUrl, { kind: 'invite', account: null, email: foldEmail(email), name, grants, madeBy: by }),
    reset: (baseUrl, { id, email, name }, by) =>
      make(baseUrl, { kind: 'reset', account: id, email, name, grants: [], madeBy: by }),
    async first(baseUrl) {
      if (await accounts.anyAdministrator()) return null;
      const grants: readonly Grant[] = [{ role: 'province-administrator', scope: 'base' }];
      return await make(baseUrl, {
        kind: 'first',
        account: null,
        email: '',
        name: '',
        grants,
        madeBy: OPERATOR,
      });
    },
    async use(token, person) {
      const link = await look(token);
      const email = link.email === '' ? foldEmail(person.email) : link.email;
      const name = link.kind === 'reset' ? link.name : person.name;
      refuseWeak(person.password, passwordLength, { email, name });
      const passwordHash = await hashPassword(person.password);
      const used = await links.use(hashOfToken(token), { email, name, passwordHash }, clock());
      if (used.kind === 'exists') throw new AppError('ACCOUNT_EXISTS');
      const account = used.kind === 'account' ? await accounts.byId(used.account) : null;
      if (account === null) throw new AppError('LINK_INVALID');
      return { account, link };
    },
  };
}

/** Throws PASSWORD_WEAK; its detail is one of WEAKNESSES, for which pages have sentences. */
export function refuseWeak(
  password: string,
  passwordLength: number,
  person: { readonly email: string; readonly name: string },
): void {
  const weakness = weaknessOf(password, passwordLength, person);
  if (weakness !== null) throw new AppError('PASSWORD_WEAK', weakness);
}
