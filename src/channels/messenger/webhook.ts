import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError, toAppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import { anyone, noInput, route, type Incoming, type Route } from '#http/route.ts';
import type { Account } from '#turns/ports.ts';
import type { Inlet } from '../inlet.ts';
import { inboundOf } from '../push/said.ts';
import type { Takeover } from '../push/takeover.ts';
import { messengerBodySchema, messengerEvents, type MessengerEvent } from './event.ts';
import type { MessengerSettings } from './settings.ts';
import { isSignedByMeta } from './signature.ts';

export interface MessengerWebhookOptions {
  readonly settings: Pick<MessengerSettings, 'appId' | 'appSecret' | 'verifyToken' | 'pages'>;
  readonly inlet: Inlet;
  readonly takeover: Takeover;
  readonly log: Logger;
}

/** A batch may bring many messages. */
const MAX_BYTES = 2 * 1024 * 1024;
const plain = { 'Content-Type': 'text/plain' };

export function messengerWebhooks(options: MessengerWebhookOptions): readonly Route[] {
  return [verification(options), reception(options)];
}

/** Meta asks whether the address is ours: the challenge goes back word for word, as plain text. */
function verification({ settings }: MessengerWebhookOptions): Route {
  return route({
    method: 'GET',
    path: '/api/messenger/webhook',
    who: anyone,
    in: noInput,
    out: { 200: null },
    limit: { points: 60, seconds: 60 },
    handler: ({ incoming }) => {
      const challenge = once(incoming, 'hub.challenge');
      const token = once(incoming, 'hub.verify_token');
      const asked =
        once(incoming, 'hub.mode') === 'subscribe' && token !== null && same(token, settings.verifyToken);
      if (!asked || challenge === null || !/^[\w-]{1,128}$/.test(challenge)) {
        throw new AppError('FORBIDDEN', 'not the verify token');
      }
      return { status: 200, bytes: challenge, headers: plain };
    },
  });
}

/** A parameter that stands twice is nobody's honest question. */
function once({ message }: Incoming, name: string): string | null {
  const [, search = ''] = (message.url ?? '').split('?', 2);
  const [value, ...more] = new URLSearchParams(search).getAll(name);
  return value === undefined || more.length > 0 ? null : value;
}

/** Stores what residents say and answers at once; the turns run afterwards. */
function reception(options: MessengerWebhookOptions): Route {
  const { settings, log } = options;
  return route({
    method: 'POST',
    path: '/api/messenger/webhook',
    who: anyone,
    in: { ...noInput, body: z.instanceof(Uint8Array), mode: 'bytes', maxBytes: MAX_BYTES },
    out: { 200: null },
    handler: async ({ body, incoming }) => {
      const header = incoming.message.headers['x-hub-signature-256'];
      if (!isSignedByMeta(typeof header === 'string' ? header : undefined, body, settings.appSecret)) {
        throw new AppError('FORBIDDEN', 'not signed by our Meta app');
      }
      // In their order for each person; a failure is told to Meta, which then sends the call again.
      let failed: unknown;
      for (const event of messengerEvents(parse(body), settings.appId)) {
        try {
          await take(event, options);
        } catch (thrown) {
          log.error({ code: toAppError(thrown).code }, 'An event of Messenger could not be stored');
          failed = thrown;
        }
      }
      if (failed !== undefined) throw failed;
      return { status: 200, bytes: 'EVENT_RECEIVED', headers: plain };
    },
  });
}

function parse(bytes: Uint8Array): z.infer<typeof messengerBodySchema> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return messengerBodySchema.parse(value);
  } catch {
    throw new AppError('BODY_INVALID', 'not a webhook call');
  }
}

async function take(event: MessengerEvent, options: MessengerWebhookOptions): Promise<void> {
  const { inlet, takeover, log, settings } = options;
  if (event.kind === 'ignored') {
    log.debug({ event: event.name }, 'A Messenger event is ignored');
    return;
  }
  const account = accountOf(event.page, settings);
  if (account === null) {
    log.warn({ page: event.page }, 'A Messenger event of a page that is not in META_PAGES');
    return;
  }
  const { person } = event;
  if (event.kind === 'said') await inlet.receive(inboundOf({ ...event, account }, inlet));
  else if (event.kind === 'control') await takeover.owned(account, person, event.by);
  else await takeover.echoed(account, person, { ...event, byPerson: event.app !== settings.appId });
}

function accountOf(page: string, { pages }: MessengerWebhookOptions['settings']): Account | null {
  const unit = pages.get(page);
  return unit === undefined ? null : { channel: 'messenger', id: page, homeUnit: unit };
}

/** Constant time, whatever their lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
