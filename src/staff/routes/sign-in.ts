import { z } from 'zod';
import { ok, type Answer } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { foldEmail, needsSecondFactor, type Account } from '../account.ts';
import { officerOf } from '../callers.ts';
import { cookieHeader } from '../cookie.ts';
import { homeScope } from '../people.ts';
import type { SignedIn } from '../sign-in.ts';
import type { StaffParts } from '../parts.ts';
import {
  codeSchema,
  emailSchema,
  linkSchema,
  meSchema,
  nameSchema,
  passwordSchema,
  stagedSchema,
} from '../contract.ts';

/** Of one client address. Wrong tries are counted apart, and longer. */
const limit = { points: 30, seconds: 60 };

/** Getting in: password, second factor, one-time links, out again. */
export function signInRoutes(parts: StaffParts): readonly Route[] {
  const { callers, signIn, links, secondFactor, sessions, accounts, lockOut, audit, clock, settings } = parts;

  const entered = async ({ stage, headers }: SignedIn, account: Account, how: string): Promise<Answer> => {
    const line = { officer: account.id, scope: homeScope(account), subject: account.id };
    await audit.write({ ...line, action: 'account.sign-in', detail: `${how}, ${stage}` }, clock());
    return { ...ok({ stage }), headers };
  };

  return [
    route({
      method: 'GET',
      path: '/api/auth/me',
      who: callers.visitor,
      in: noInput,
      out: { 200: meSchema },
      async handler({ incoming }) {
        const caller = await callers.find(incoming);
        const { idleMs, passwordLength } = settings;
        if (caller === null) {
          const nobody = {
            officer: null,
            secondFactor: false,
            needsSecondFactor: false,
            recoveryCodesLeft: 0,
          };
          return ok({ stage: 'none', ...nobody, passwordLength, idleMs, endsAt: 0 });
        }
        const { account, session, stage } = caller;
        return ok({
          stage,
          // Before the second factor nothing is told but that it is awaited.
          officer: stage === 'second' ? null : officerOf(account),
          secondFactor: account.totpSealed !== null,
          needsSecondFactor: needsSecondFactor(account.grants),
          recoveryCodesLeft: stage === 'full' ? await secondFactor.codesLeft(account.id) : 0,
          passwordLength,
          idleMs,
          endsAt: session.expiresAt,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/sign-in',
      who: callers.visitor,
      in: { ...noInput, body: z.strictObject({ email: emailSchema, password: passwordSchema }) },
      out: { 200: stagedSchema },
      limit,
      async handler({ body, incoming }) {
        const old = await callers.find(incoming);
        const signedIn = await signIn.byPassword(incoming, body.email, body.password);
        if (old !== null) await sessions.end(old.account.id, old.session.id);
        const account = await accounts.byEmail(foldEmail(body.email));
        if (account === null) throw new AppError('SIGN_IN_REFUSED');
        return await entered(signedIn, account, 'password');
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/second-factor',
      who: callers.begun,
      in: { ...noInput, body: z.strictObject({ code: codeSchema }) },
      out: { 200: stagedSchema },
      limit,
      handler: async ({ caller, body, incoming }) =>
        await entered(
          await signIn.bySecondFactor(incoming, caller, body.code),
          caller.account,
          /^[\d\s]{6,8}$/.test(body.code) ? 'second factor' : 'recovery code',
        ),
    }),
    route({
      method: 'POST',
      path: '/api/auth/sign-out',
      who: callers.visitor,
      in: noInput,
      out: { 204: null },
      async handler({ incoming }) {
        const caller = await callers.find(incoming);
        if (caller !== null) await sessions.end(caller.account.id, caller.session.id);
        return { status: 204, headers: cookieHeader(incoming, null) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/link',
      who: callers.visitor,
      in: { ...noInput, body: z.strictObject({ token: z.string().max(100) }) },
      out: { 200: linkSchema },
      limit,
      async handler({ body }) {
        const { kind, email, name, expiresAt } = await links.look(body.token);
        return ok({ kind, email, name, expiresAt, passwordLength: settings.passwordLength });
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/link/use',
      who: callers.visitor,
      in: {
        ...noInput,
        body: z.strictObject({
          token: z.string().max(100),
          /** Where the link says one, that one counts. */
          email: z.union([emailSchema, z.literal('')]),
          name: nameSchema,
          password: passwordSchema,
        }),
      },
      out: { 200: stagedSchema },
      limit,
      async handler({ body, incoming }) {
        const found = await links.look(body.token);
        if (found.email === '' && body.email === '') throw new AppError('BODY_INVALID', 'email');
        const { account, link } = await links.use(body.token, body);
        const line = { officer: account.id, scope: homeScope(account), subject: account.id };
        const action = link.kind === 'reset' ? 'account.password-by-link' : 'account.made';
        await audit.write({ ...line, action, detail: link.kind }, clock());
        if (link.kind === 'reset') {
          await sessions.endOthers(account.id, '');
          await lockOut.worked('account', account.email);
        }
        if (account.disabledAt !== null) throw new AppError('SIGN_IN_REFUSED');
        return await entered(await signIn.open(incoming, account, false), account, 'link');
      },
    }),
  ];
}
