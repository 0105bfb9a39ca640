import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import { newSecretId } from '#root/ids.ts';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { unitCodeSchema } from '#knowledge/schema/ids.ts';
import { CITY } from './receive.ts';
import { lifetimes, type Claims, type Tokens } from './token.ts';
import type { Guards } from './who.ts';

const tokenSchema = z.strictObject({ conversationId: z.string(), token: z.string(), expires_in: z.int() });

export const newConversation = (account: string): Pick<Claims, 'conv' | 'account'> => ({
  conv: newSecretId('DL-'),
  account,
});

/** Routes 1 and 2, and the portal page's own way to a token. */
export function tokenRoutes(options: {
  readonly tokens: Tokens;
  readonly guards: Guards;
  readonly homeUnit: string | null;
  readonly isUnit: (code: string) => boolean;
  readonly tokensPerMinute: number;
}): readonly Route[] {
  const { tokens, guards } = options;
  const limit = { points: options.tokensPerMinute, seconds: 60 };
  const accountFor = (unit: string | undefined): string => {
    if (unit !== undefined && !options.isUnit(unit)) throw new AppError('UNIT_UNKNOWN', unit);
    return unit ?? options.homeUnit ?? CITY;
  };
  const answer = (claims: Omit<Claims, 'exp' | 'use'>) => ({
    conversationId: claims.conv,
    token: tokens.issue({ ...claims, use: 'chat' }),
    expires_in: lifetimes.chat,
  });

  return [
    route({
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      who: guards.secretHolder,
      in: {
        ...noInput,
        body: z.object({
          user: z.object({ id: userIdSchema.optional() }).optional(),
          trustedOrigins: z.array(z.string().max(200)).max(20).optional(),
          unit: unitCodeSchema.optional(),
        }),
      },
      out: { 200: tokenSchema },
      handler: ({ body }) =>
        ok(
          answer({
            ...newConversation(accountFor(body.unit)),
            ...(body.user?.id === undefined ? {} : { user: body.user.id }),
            ...(body.trustedOrigins === undefined ? {} : { origins: body.trustedOrigins }),
          }),
        ),
    }),
    route({
      method: 'POST',
      path: '/v3/directline/tokens/refresh',
      who: guards.tokenHolder,
      in: noInput,
      out: { 200: tokenSchema },
      handler: ({ caller: { exp: _exp, use: _use, ...claims } }) => ok(answer(claims)),
    }),
    route({
      method: 'POST',
      path: '/api/portal/token',
      who: guards.ownPage,
      in: {
        ...noInput,
        body: z.object({
          unit: z.string().max(20).optional(),
          /** What the page kept: brings her back to her place tomorrow, when its token has long expired. */
          resume: z.object({ conversationId: z.string().max(200), token: z.string().max(4096) }).optional(),
        }),
      },
      out: { 200: tokenSchema },
      limit,
      handler: ({ body }) =>
        ok(answer(resumed(tokens, body.resume) ?? newConversation(accountFor(body.unit)))),
    }),
  ];
}

const userIdSchema = z.string().regex(/^[\x21-\x7e]{1,128}$/, 'must be ASCII without spaces');

/** Too old or not ours is no error: she gets a new conversation. Tokens bound to a user are renewed by who made them. */
function resumed(
  tokens: Tokens,
  kept: { readonly conversationId: string; readonly token: string } | undefined,
): Pick<Claims, 'conv' | 'account'> | null {
  const claims = kept === undefined ? null : tokens.recent(kept.token);
  if (claims === null || claims.conv !== kept?.conversationId) return null;
  if (claims.user !== undefined || claims.origins !== undefined) return null;
  return { conv: claims.conv, account: claims.account };
}
