import { z } from 'zod';
import { scopeSchema } from '#knowledge/schema/ids.ts';
import { newId } from '#root/ids.ts';
import { parseJson } from '#root/json.ts';
import {
  finish,
  int,
  oneOf,
  run,
  runOne,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
  type Script,
} from '#store/database.ts';
import { ROLES, type Grant } from '../officer.ts';
import { insertAccount, passwordSet } from './accounts.ts';

/** `first`: makes the first administrator. `invite`: an account with grants. `reset`: a new password. */
export const LINK_KINDS = ['first', 'invite', 'reset'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  /** Whose password is reset; null for the others. */
  readonly account: string | null;
  /** Empty where the person says it herself. */
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly madeBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

const grantsSchema = z.array(z.strictObject({ role: z.enum(ROLES), scope: scopeSchema }));

const columns = 'id, kind, account, email, name, grants, made_by, created_at, expires_at';
const insert = statement(
  `INSERT INTO staff_link (token_hash, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const dropOld = statement('DELETE FROM staff_link WHERE expires_at <= $1');
/** A newer link for the same purpose takes the place of the older ones. */
const dropSame = statement(`DELETE FROM staff_link WHERE kind = $1 AND kind <> 'first' AND email = $2`);
const byToken = statement(`SELECT ${columns} FROM staff_link WHERE token_hash = $1 AND expires_at > $2`);
const take = statement(
  `DELETE FROM staff_link WHERE token_hash = $1 AND expires_at > $2 RETURNING ${columns}`,
);
const open = statement(
  `SELECT ${columns} FROM staff_link WHERE expires_at > $1 AND kind = 'invite' ORDER BY id`,
);
const drop = statement(`DELETE FROM staff_link WHERE id = $1 AND kind = 'invite' RETURNING id`);
const dropFirst = statement(`DELETE FROM staff_link WHERE kind = 'first'`);
const dropResets = statement(`DELETE FROM staff_link WHERE kind = 'reset' AND account = $1`);
const anyAdministrator = statement(
  `SELECT g.account AS account FROM staff_grant g JOIN staff_account a ON a.id = g.account
   WHERE g.role = 'province-administrator' AND g.scope = 'base' AND a.disabled_at IS NULL LIMIT 1`,
);

export type Used =
  | { readonly kind: 'account'; readonly account: string; readonly link: Link }
  /** The address has an account: the link is kept. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'invalid' };

export type LinkStore = ReturnType<typeof createLinkStore>;

export function createLinkStore({ gate }: Database) {
  return {
    make: (tokenHash: string, link: Omit<Link, 'id'>) =>
      gate.write(function* make() {
        const { kind, account, email, name, grants, madeBy, createdAt, expiresAt } = link;
        const id = newId(createdAt);
        yield* run(dropOld(createdAt), dropSame(kind, email));
        yield* finish(
          insert(
            tokenHash,
            id,
            kind,
            account,
            email,
            name,
            JSON.stringify(grants),
            madeBy,
            createdAt,
            expiresAt,
          ),
        );
        return id;
      }),
    find: async (tokenHash: string, now: number): Promise<Link | null> => {
      const row = await gate.read(() => runOne(byToken(tokenHash, now)));
      return row === undefined ? null : linkOf(row);
    },
    /** Makes the account or sets the password, and the link is gone: both or neither. */
    use: (
      tokenHash: string,
      person: { readonly email: string; readonly name: string; readonly passwordHash: string },
      now: number,
    ): Promise<Used> =>
      gate
        .write(() => useLink(tokenHash, person, now))
        .catch((error: unknown): Used => {
          if (error instanceof Exists) return { kind: 'exists' };
          throw error;
        }),
    invitations: (now: number): Promise<readonly Link[]> =>
      gate.read(function* list() {
        const [rows = []] = yield* run(open(now));
        return rows.map(linkOf);
      }),
    withdraw: (id: string) =>
      gate.write(function* withdraw() {
        const [rows = []] = yield* finish(drop(id));
        return rows.length > 0;
      }),
  };
}

/** Thrown inside the script, so that taking the link is undone too. */
class Exists extends Error {}

function* useLink(
  tokenHash: string,
  person: { readonly email: string; readonly name: string; readonly passwordHash: string },
  now: number,
): Script<Used> {
  const row = yield* runOne(take(tokenHash, now));
  if (row === undefined) return { kind: 'invalid' };
  const link = linkOf(row);
  if (link.kind === 'reset') {
    if (link.account === null) return { kind: 'invalid' };
    yield* run(passwordSet(link.account, person.passwordHash), dropResets(link.account));
    return { kind: 'account', account: link.account, link };
  }
  if (link.kind === 'first') {
    // Of two links printed by two nodes only one makes an administrator.
    yield* run(dropFirst());
    if ((yield* runOne(anyAdministrator())) !== undefined) return { kind: 'invalid' };
  }
  const email = link.email === '' ? person.email : link.email;
  const account = yield* insertAccount(
    { email, name: person.name, passwordHash: person.passwordHash, grants: link.grants },
    link.madeBy,
    now,
  );
  if (account === null) throw new Exists();
  return { kind: 'account', account, link };
}

function linkOf(row: Row): Link {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', LINK_KINDS),
    account: textOrNull(row, 'account'),
    email: text(row, 'email'),
    name: text(row, 'name'),
    grants: grantsSchema.parse(parseJson(text(row, 'grants'))),
    madeBy: text(row, 'made_by'),
    createdAt: int(row, 'created_at'),
    expiresAt: int(row, 'expires_at'),
  };
}
