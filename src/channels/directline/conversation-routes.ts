import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import { created, ok, okText } from '#http/answer.ts';
import { noInput, route, type Incoming, type Route } from '#http/route.ts';
import type { Logger } from '#root/logging.ts';
import type { Inlet } from '../inlet.ts';
import { CITY, type Receive } from './receive.ts';
import { newConversation } from './token-routes.ts';
import { lifetimes, type Claims, type Tokens } from './token.ts';
import { setSince, textOf } from './watermark.ts';
import { ownConversation, type Guards } from './who.ts';

const conversationSchema = z.strictObject({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.int(),
  streamUrl: z.string(),
});
const activitySetSchema = z.strictObject({ activities: z.array(z.json()), watermark: z.string().min(1) });
const idParams = z.object({ id: z.string().max(200) });
const watermarkQuery = z.object({ watermark: z.string().max(100).default('') });

/** Of what clients send along, the language that the page is read in. Only English changes anything. */
const startSchema = z.object({ locale: z.unknown().optional() });
const isEnglish = (locale: unknown): boolean => typeof locale === 'string' && /^en\b/i.test(locale);

/** 800 KB: 256 K characters of Vietnamese in UTF-8. */
const MAX_ACTIVITY_BYTES = 800_000;

/** Routes 3 to 6 and 8: start, come back, poll, say something; and ours: have everything erased. */
export function conversationRoutes(options: {
  readonly inlet: Inlet;
  readonly tokens: Tokens;
  readonly guards: Guards;
  readonly receive: Receive;
  readonly homeUnit: string | null;
  readonly messagesPerMinute: number;
  readonly log: Logger;
}): readonly Route[] {
  const { tokens, guards, receive, inlet } = options;

  /** Its token is fresh, so that a page that comes back late has its full half hour. */
  const describe = ({ exp: _exp, ...claims }: Claims, incoming: Incoming, watermark: string) => ({
    conversationId: claims.conv,
    token: tokens.issue({ ...claims, use: 'chat' }),
    expires_in: lifetimes.chat,
    streamUrl: streamUrl(incoming, claims.conv, watermark, tokens.issue({ ...claims, use: 'stream' })),
  });

  return [
    route({
      method: 'POST',
      path: '/v3/directline/conversations',
      who: guards.secretOrToken,
      in: { ...noInput, body: startSchema },
      out: { 200: conversationSchema, 201: conversationSchema },
      handler: async ({ caller, body, incoming }) => {
        const claims = caller ?? { ...newConversation(options.homeUnit ?? CITY), use: 'chat', exp: 0 };
        const isNew = await receive.start(claims, isEnglish(body.locale) ? 'en' : undefined);
        return (isNew ? created : ok)(describe(claims, incoming, ''));
      },
    }),
    route({
      method: 'GET',
      path: '/v3/directline/conversations/:id',
      who: guards.tokenHolder,
      in: { ...noInput, params: idParams, query: watermarkQuery },
      out: { 200: conversationSchema },
      handler: async ({ caller, params, query, incoming }) => {
        const id = ownConversation(caller, params.id);
        if ((await inlet.store.findConversation(id)) === null) throw new AppError('CONVERSATION_UNKNOWN');
        // A page that asks for everything was opened again; one that lost its socket asks from its watermark.
        if (query.watermark === '0') await receive.comesBack(caller);
        return ok(describe(caller, incoming, query.watermark));
      },
    }),
    route({
      method: 'GET',
      path: '/v3/directline/conversations/:id/activities',
      who: guards.tokenHolder,
      in: { ...noInput, params: idParams, query: watermarkQuery },
      out: { 200: activitySetSchema },
      handler: async ({ caller, params, query }) => {
        const id = ownConversation(caller, params.id);
        try {
          const set = await setSince(inlet.store, id, query.watermark);
          if (set.activities.length === 0 && (await inlet.store.findConversation(id)) === null) {
            throw new AppError('CONVERSATION_UNKNOWN');
          }
          return okText(textOf(set));
        } catch (error) {
          if (error instanceof AppError && error.code === 'CONVERSATION_UNKNOWN') throw error;
          // A stock client stops polling for ever at any other failure; this way it asks again.
          options.log.warn({ conversation: id, err: error }, 'transcript not read for a poll');
          return ok({ activities: [], watermark: query.watermark === '' ? '0' : query.watermark });
        }
      },
    }),
    route({
      method: 'POST',
      path: '/v3/directline/conversations/:id/activities',
      who: guards.tokenHolder,
      in: { ...noInput, params: idParams, body: z.unknown(), maxBytes: MAX_ACTIVITY_BYTES },
      out: { 200: z.strictObject({ id: z.string() }) },
      limit: { points: options.messagesPerMinute, seconds: 60, key: (claims) => claims.conv },
      handler: async ({ caller, params, body }) => {
        ownConversation(caller, params.id);
        return ok({ id: await receive.activity(caller, body) });
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/portal/conversation',
      who: guards.tokenHolder,
      in: { ...noInput, mode: 'none' },
      out: { 204: null },
      limit: { points: 10, seconds: 60, key: (claims) => claims.conv },
      // Also where there is none (any more): what she wants is that nothing is kept.
      handler: async ({ caller }) => {
        await inlet.store.forget(caller.conv);
        return { status: 204 };
      },
    }),
    route({
      method: 'GET',
      path: '/v3/directline/session/getsessionid',
      who: guards.tokenHolder,
      in: noInput,
      out: { 200: z.strictObject({ sessionId: z.string() }) },
      handler: () => ok({ sessionId: randomUUID() }),
    }),
  ];
}

/** Pre-authorised for one minute; the chat token itself never stands in a URL. */
function streamUrl(incoming: Incoming, conversation: string, watermark: string, token: string): string {
  const query = new URLSearchParams({ watermark, t: token });
  const base = incoming.baseUrl.replace(/^http/, 'ws');
  return `${base}/v3/directline/conversations/${encodeURIComponent(conversation)}/stream?${query.toString()}`;
}
