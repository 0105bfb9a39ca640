import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { needsSecondFactor, type Account } from '../account.ts';
import type { Caller } from '../callers.ts';
import { cookieHeader } from '../cookie.ts';
import { refuseWeak } from '../links.ts';
import type { StaffParts } from '../parts.ts';
import { hashPassword } from '../password/hash.ts';
import { homeScope } from '../people.ts';
import {
  codeSchema,
  codesSchema,
  nameSchema,
  passwordSchema,
  secretSchema,
  sessionsSchema,
} from '../contract.ts';

const limit = { points: 30, seconds: 60, key: ({ account }: Caller) => account.id };

/** What everybody may do with her own account: name, password, second factor, sessions. */
export function ownAccountRoutes(parts: StaffParts): readonly Route[] {
  const { callers, accounts, sessions, signIn, secondFactor, audit, settings, clock } = parts;
  const note = (account: Account, action: string, detail = ''): Promise<void> =>
    audit.write(
      { officer: account.id, scope: homeScope(account), action, subject: account.id, detail },
      clock(),
    );

  return [
    route({
      method: 'PUT',
      path: '/api/auth/me',
      who: callers.officer,
      in: { ...noInput, body: z.strictObject({ name: nameSchema }) },
      out: { 204: null },
      limit,
      async handler({ caller: { account }, body }) {
        await accounts.setName(account.id, body.name);
        await note(account, 'account.name', `${account.name} → ${body.name}`);
        return { status: 204 };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/auth/password',
      who: callers.officer,
      in: { ...noInput, body: z.strictObject({ old: passwordSchema, new: passwordSchema }) },
      out: { 204: null },
      limit,
      async handler({ caller: { account, session }, body, incoming }) {
        await signIn.again(incoming, account, body.old);
        refuseWeak(body.new, settings.passwordLength, account);
        await accounts.setPassword(account.id, await hashPassword(body.new));
        await sessions.endOthers(account.id, session.id);
        await note(account, 'account.password');
        return { status: 204 };
      },
    }),
    route({
      method: 'GET',
      path: '/api/auth/sessions',
      who: callers.officer,
      in: noInput,
      out: { 200: sessionsSchema },
      async handler({ caller: { account, session } }) {
        const found = await sessions.of(account.id, clock());
        return ok({
          sessions: found.map(({ id, address, agent, createdAt, seenAt }) => {
            return { id, current: id === session.id, address, agent, createdAt, seenAt };
          }),
        });
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/auth/sessions/:id',
      who: callers.officer,
      in: { ...noInput, params: z.strictObject({ id: z.string() }) },
      out: { 204: null },
      limit,
      async handler({ caller: { account }, params }) {
        if (!(await sessions.end(account.id, params.id))) throw new AppError('NOT_FOUND');
        await note(account, 'account.session-ended');
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/auth/sessions',
      who: callers.officer,
      in: noInput,
      out: { 204: null },
      limit,
      /** This one too: the next click asks for the password. */
      async handler({ caller: { account }, incoming }) {
        await sessions.endOthers(account.id, '');
        await note(account, 'account.all-sessions-ended');
        return { status: 204, headers: cookieHeader(incoming, null) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/second-factor/begin',
      who: callers.begun,
      in: { ...noInput, body: z.strictObject({ password: passwordSchema }) },
      out: { 200: secretSchema },
      limit,
      async handler({ caller: { account, stage }, body, incoming }) {
        // A stolen half-open session must not put its own phone in the place of hers.
        if (stage === 'second') throw new AppError('FORBIDDEN');
        await signIn.again(incoming, account, body.password);
        return ok(await secondFactor.begin(account));
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/second-factor/confirm',
      who: callers.begun,
      in: { ...noInput, body: z.strictObject({ code: codeSchema }) },
      out: { 200: codesSchema },
      limit,
      async handler({ caller: { account, session, stage }, body, incoming }) {
        if (stage === 'second') throw new AppError('FORBIDDEN');
        const codes = await secondFactor.confirm(account, body.code, clock());
        await note(account, 'account.second-factor-on');
        await sessions.endOthers(account.id, '');
        const now = await accounts.byId(account.id);
        const { headers } = await signIn.open(incoming, now ?? account, true);
        await sessions.end(account.id, session.id);
        return { ...ok({ codes }), headers };
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/second-factor/off',
      who: callers.officer,
      in: { ...noInput, body: z.strictObject({ password: passwordSchema }) },
      out: { 204: null },
      limit,
      async handler({ caller: { account }, body, incoming }) {
        if (needsSecondFactor(account.grants)) throw new AppError('SECOND_FACTOR_NEEDED');
        await signIn.again(incoming, account, body.password);
        await secondFactor.off(account.id);
        await note(account, 'account.second-factor-off');
        return { status: 204 };
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/second-factor/codes',
      who: callers.officer,
      in: { ...noInput, body: z.strictObject({ password: passwordSchema }) },
      out: { 200: codesSchema },
      limit,
      async handler({ caller: { account }, body, incoming }) {
        if (account.totpSealed === null) throw new AppError('NOT_FOUND');
        await signIn.again(incoming, account, body.password);
        const codes = await secondFactor.renewCodes(account.id);
        await note(account, 'account.recovery-codes-renewed');
        return ok({ codes });
      },
    }),
  ];
}
