import { scopeSchema } from '#knowledge/schema/ids.ts';
import { newId } from '#root/ids.ts';
import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  runOne,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
  type Script,
  type Statement,
} from '#store/database.ts';
import type { Account } from '../account.ts';
import { ROLES, type Grant } from '../officer.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly grants: readonly Grant[];
}

const columns = `a.id AS id, a.email AS email, a.name AS name, a.password_hash AS password_hash,
  a.totp_sealed AS totp_sealed, a.disabled_at AS disabled_at, a.created_at AS created_at, a.last_in_at AS last_in_at`;
const byId = statement(`SELECT ${columns} FROM staff_account a WHERE a.id = $1`);
const byEmail = statement(`SELECT ${columns} FROM staff_account a WHERE a.email = $1`);
const all = statement(`SELECT ${columns} FROM staff_account a ORDER BY a.email`);
const grantsOf = statement('SELECT account, scope, role FROM staff_grant WHERE account = $1 ORDER BY scope');
const allGrants = statement('SELECT account, scope, role FROM staff_grant ORDER BY scope');
const insert = statement(
  `INSERT INTO staff_account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (email) DO NOTHING RETURNING id`,
);
const putGrant = statement(
  `INSERT INTO staff_grant (account, scope, role, granted_by, at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (account, scope) DO UPDATE SET role = excluded.role, granted_by = excluded.granted_by, at = excluded.at`,
);
const dropGrant = statement('DELETE FROM staff_grant WHERE account = $1 AND scope = $2');
const setPassword = statement('UPDATE staff_account SET password_hash = $2 WHERE id = $1');
const setName = statement('UPDATE staff_account SET name = $2 WHERE id = $1');
const setDisabled = statement('UPDATE staff_account SET disabled_at = $2 WHERE id = $1');
const setLastIn = statement('UPDATE staff_account SET last_in_at = $2 WHERE id = $1');
/** Locks the rows on PostgreSQL: of two who take the last ones away together, one sees the other's work. */
const administrators = statement(
  `UPDATE staff_grant SET at = at WHERE role = 'province-administrator' AND scope = 'base'
     AND account IN (SELECT id FROM staff_account WHERE disabled_at IS NULL) RETURNING account`,
);
const anyAdministrator = statement(
  `SELECT g.account AS account FROM staff_grant g JOIN staff_account a ON a.id = g.account
   WHERE g.role = 'province-administrator' AND g.scope = 'base' AND a.disabled_at IS NULL LIMIT 1`,
);

export type AccountStore = ReturnType<typeof createAccountStore>;

/** Accounts and what they may. What leaves no administrator is undone: `false`. */
export function createAccountStore({ gate }: Database) {
  const found = (row: Row | undefined): Promise<Account | null> =>
    row === undefined
      ? Promise.resolve(null)
      : gate.read(function* grants() {
          const [rows = []] = yield* run(grantsOf(text(row, 'id')));
          return accountOf(row, rows);
        });

  /** Changes that must leave an administrator behind. */
  const guarded = (...changes: readonly Statement[]): Promise<boolean> =>
    gate
      .write(() => keepingOne(changes))
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof NoneLeft) return false;
          throw error;
        },
      );

  return {
    byId: async (id: string) => found(await gate.read(() => runOne(byId(id)))),
    byEmail: async (email: string) => found(await gate.read(() => runOne(byEmail(email)))),
    all: (): Promise<readonly Account[]> =>
      gate.read(function* everybody() {
        const [accounts = [], grants = []] = yield* run(all(), allGrants());
        const by = Map.groupBy(grants, (grant) => text(grant, 'account'));
        return accounts.map((row) => accountOf(row, by.get(text(row, 'id')) ?? []));
      }),
    /** null: the address has an account. */
    add: (account: NewAccount, by: string, now: number): Promise<string | null> =>
      gate.write(() => insertAccount(account, by, now)),
    anyAdministrator: () =>
      gate.read(function* any() {
        return (yield* runOne(anyAdministrator())) !== undefined;
      }),
    setGrant: (account: string, { scope, role }: Grant, by: string, now: number) =>
      guarded(putGrant(account, scope, role, by, now)),
    dropGrant: (account: string, scope: string) => guarded(dropGrant(account, scope)),
    disable: (account: string, now: number) => guarded(setDisabled(account, now)),
    enable: (account: string) => write(setDisabled(account, null)),
    setPassword: (account: string, hash: string) => write(setPassword(account, hash)),
    setName: (account: string, name: string) => write(setName(account, name)),
    signedIn: (account: string, now: number) => write(setLastIn(account, now)),
  };

  function write(...statements: readonly Statement[]): Promise<void> {
    return gate.write(function* write() {
      yield* finish(...statements);
    });
  }
}

class NoneLeft extends Error {}

function* keepingOne(changes: readonly Statement[]): Script<void> {
  const [before = []] = yield* run(administrators());
  yield* run(...changes);
  const [after = []] = yield* run(administrators());
  if (before.length > 0 && after.length === 0) throw new NoneLeft();
}

/** Part of a larger script; null: the address has an account. */
export function* insertAccount(account: NewAccount, by: string, now: number): Script<string | null> {
  const id = newId(now);
  const made = yield* runOne(insert(id, account.email, account.name, account.passwordHash, now));
  if (made === undefined) return null;
  if (account.grants.length > 0) {
    yield* run(...account.grants.map(({ scope, role }) => putGrant(id, scope, role, by, now)));
  }
  return id;
}

export const passwordSet = (account: string, hash: string): Statement => setPassword(account, hash);

function accountOf(row: Row, grants: readonly Row[]): Account {
  return {
    id: text(row, 'id'),
    email: text(row, 'email'),
    name: text(row, 'name'),
    passwordHash: text(row, 'password_hash'),
    totpSealed: textOrNull(row, 'totp_sealed'),
    disabledAt: intOrNull(row, 'disabled_at'),
    createdAt: int(row, 'created_at'),
    lastInAt: intOrNull(row, 'last_in_at'),
    grants: grants.map((grant) => ({
      scope: scopeSchema.parse(text(grant, 'scope')),
      role: oneOf(grant, 'role', ROLES),
    })),
  };
}
