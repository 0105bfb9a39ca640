import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { AppError } from '#root/errors.ts';
import { foldEmail, type Account } from '../account.ts';
import { scopeParams } from '../door.ts';
import { ROLES, type Grant, type Officer } from '../officer.ts';
import type { StaffParts } from '../parts.ts';
import { fits, homeScope, mayGrant, mayManage } from '../people.ts';
import {
  emailSchema,
  grantSchema,
  madeLinkSchema,
  nameSchema,
  peopleSchema,
  type Person,
} from '../contract.ts';

const personParams = scopeParams.extend({ account: z.string() });

/** Who works in a unit: inviting, roles, links for lost passwords and phones. */
export function peopleRoutes(parts: StaffParts): readonly Route[] {
  const { callers, accounts, links, linkStore, sessions, secondFactor, audit, clock } = parts;
  const who = callers.door.holding('administer');
  const note = (by: Officer, scope: Scope, action: string, subject: string, detail: string): Promise<void> =>
    audit.write({ officer: by.id, scope, action, subject, detail }, clock());

  const works = (scope: Scope, { grants }: Pick<Officer, 'grants'>): boolean =>
    scope === 'base' || grants.some((grant) => grant.scope === scope);

  /** Somebody of this unit. Throws NOT_FOUND, also for people of other units. */
  async function personIn(scope: Scope, id: string): Promise<Account> {
    const account = await accounts.byId(id);
    if (account === null || !works(scope, account)) throw new AppError('NOT_FOUND');
    return account;
  }

  async function managed(by: Officer, scope: Scope, id: string): Promise<Account> {
    const account = await personIn(scope, id);
    if (!mayManage(by, account)) throw new AppError('GRANT_TOO_HIGH');
    return account;
  }

  const refuseHigh = (by: Officer, grant: Grant): void => {
    if (!fits(grant)) throw new AppError('BODY_INVALID', `${grant.role} is no role of ${grant.scope}`);
    if (!mayGrant(by, grant)) throw new AppError('GRANT_TOO_HIGH');
  };

  /** Of a path below one person. */
  const acting = { ...noInput, params: personParams };

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/people',
      who,
      in: { ...noInput, params: scopeParams },
      out: {
        200: peopleSchema,
      },
      async handler({ caller, params: { scope } }) {
        const [everybody, invitations] = await Promise.all([accounts.all(), linkStore.invitations(clock())]);
        return ok({
          people: everybody.filter((one) => works(scope, one)).map((one) => personOf(one, caller)),
          invitations: invitations
            .filter((one) => works(scope, one))
            .map(({ id, email, name, grants, createdAt, expiresAt }) => {
              return { id, email, name, grants, createdAt, expiresAt };
            }),
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/:scope/people/invitations',
      who,
      in: {
        ...noInput,
        params: scopeParams,
        body: z.strictObject({
          email: emailSchema,
          name: nameSchema,
          grants: z.array(grantSchema).min(1).max(100).readonly(),
        }),
      },
      out: { 201: madeLinkSchema },
      async handler({ caller, params: { scope }, body, incoming }) {
        for (const grant of body.grants) {
          if (scope !== 'base' && grant.scope !== scope) throw new AppError('FORBIDDEN');
          refuseHigh(caller, grant);
        }
        if (new Set(body.grants.map((grant) => grant.scope)).size < body.grants.length) {
          throw new AppError('BODY_INVALID', 'one role for each unit');
        }
        if ((await accounts.byEmail(foldEmail(body.email))) !== null) throw new AppError('ACCOUNT_EXISTS');
        const made = await links.invite(incoming.baseUrl, body, caller.id);
        const said = body.grants.map(({ role, scope }) => `${role} ${scope}`).join(', ');
        await note(caller, scope, 'people.invite', foldEmail(body.email), said);
        return { status: 201, json: made };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/:scope/people/invitations/:id',
      who,
      in: { ...noInput, params: scopeParams.extend({ id: z.string() }) },
      out: { 204: null },
      async handler({ caller, params: { scope, id } }) {
        const found = (await linkStore.invitations(clock())).find(
          (one) => one.id === id && works(scope, one),
        );
        if (found === undefined) throw new AppError('NOT_FOUND');
        if (!mayManage(caller, found)) throw new AppError('GRANT_TOO_HIGH');
        await linkStore.withdraw(id);
        await note(caller, scope, 'people.invite-withdrawn', found.email, '');
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/staff/:scope/people/:account/role',
      who,
      in: { ...acting, body: z.strictObject({ role: z.enum(ROLES).nullable() }) },
      out: { 204: null },
      /** In the unit of the path; null takes the role there away. */
      async handler({ caller, params: { scope, account: id }, body: { role } }) {
        const account = await accounts.byId(id);
        if (account === null || !mayBeSeen(caller, account)) throw new AppError('NOT_FOUND');
        const before = account.grants.find((grant) => grant.scope === scope);
        if (before !== undefined) refuseHigh(caller, before);
        if (role !== null) refuseHigh(caller, { role, scope });
        const kept =
          role === null
            ? await accounts.dropGrant(id, scope)
            : await accounts.setGrant(id, { role, scope }, caller.id, clock());
        if (!kept) throw new AppError('LAST_ADMINISTRATOR');
        await note(caller, scope, 'people.role', id, `${before?.role ?? 'none'} → ${role ?? 'none'}`);
        return { status: 204 };
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/:scope/people/:account/password-link',
      who,
      in: acting,
      out: { 201: madeLinkSchema },
      async handler({ caller, params: { scope, account: id }, incoming }) {
        const account = await managed(caller, scope, id);
        const made = await links.reset(incoming.baseUrl, account, caller.id);
        await note(caller, homeScope(account), 'people.password-link', id, '');
        return { status: 201, json: made };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/:scope/people/:account/second-factor',
      who,
      in: acting,
      out: { 204: null },
      /** For a lost phone without recovery codes. She sets up a new one at the next sign-in. */
      async handler({ caller, params: { scope, account: id } }) {
        const account = await managed(caller, scope, id);
        await secondFactor.off(id);
        await sessions.endOthers(id, '');
        await note(caller, homeScope(account), 'people.second-factor-off', id, '');
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/:scope/people/:account/sessions',
      who,
      in: acting,
      out: { 204: null },
      async handler({ caller, params: { scope, account: id } }) {
        const account = await managed(caller, scope, id);
        await sessions.endOthers(id, '');
        await note(caller, homeScope(account), 'people.sessions-ended', id, '');
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/staff/:scope/people/:account/active',
      who,
      in: { ...acting, body: z.strictObject({ active: z.boolean() }) },
      out: { 204: null },
      async handler({ caller, params: { scope, account: id }, body: { active } }) {
        const account = await managed(caller, scope, id);
        if (active) await accounts.enable(id);
        else if (!(await accounts.disable(id, clock()))) throw new AppError('LAST_ADMINISTRATOR');
        else await sessions.endOthers(id, '');
        await note(caller, homeScope(account), active ? 'people.enable' : 'people.disable', id, '');
        return { status: 204 };
      },
    }),
  ];
}

/** A province's administrator sees everybody, a unit's those who work there. */
const mayBeSeen = (by: Officer, whom: Pick<Officer, 'grants'>): boolean =>
  by.grants.some(({ scope }) => scope === 'base' || whom.grants.some((grant) => grant.scope === scope));

const personOf = (account: Account, by: Officer): Person => ({
  id: account.id,
  name: account.name,
  email: account.email,
  grants: account.grants.filter(
    ({ scope }) => scope === 'base' || by.grants.some((own) => own.scope === 'base' || own.scope === scope),
  ),
  disabledAt: account.disabledAt,
  lastInAt: account.lastInAt,
  secondFactor: account.totpSealed !== null,
  manageable: mayManage(by, account),
});
