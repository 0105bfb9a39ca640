import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import type { Answer } from '#http/answer.ts';
import { anyone, noInput, route, type Incoming, type Route } from '#http/route.ts';
import type { Account } from '#turns/ports.ts';
import type { Inlet } from '../inlet.ts';
import { inboundOf } from '../push/said.ts';
import type { Takeover } from '../push/takeover.ts';
import { oaOf } from './descriptor.ts';
import { readZaloBody, zaloEvent, type ZaloBody, type ZaloEvent } from './event.ts';
import type { ZaloSettings } from './settings.ts';
import { isSigned, zaloMac } from './signature.ts';

export interface ZaloWebhookOptions {
  readonly settings: Pick<ZaloSettings, 'appId' | 'oaSecretKey' | 'accounts'>;
  readonly inlet: Inlet;
  readonly takeover: Takeover;
  readonly log: Logger;
}

/** Zalo's events are a few kB; a business card with a picture is the largest. */
const MAX_BYTES = 256 * 1024;
const done: Answer = { status: 200, bytes: 'OK', headers: { 'Content-Type': 'text/plain' } };

/** Stores what residents say and answers at once; the turn runs afterwards. */
export function zaloWebhook(options: ZaloWebhookOptions): Route {
  return route({
    method: 'POST',
    path: '/api/zalo/webhook',
    who: anyone,
    in: { ...noInput, body: z.instanceof(Uint8Array), mode: 'bytes', maxBytes: MAX_BYTES },
    out: { 200: null },
    handler: async ({ body, incoming }) => {
      const parsed = parse(body);
      // Saving the URL in the console sends an unsigned, empty call that must be answered 200.
      if (parsed === 'probe') return done;
      verify(parsed, body, incoming, options.settings);
      await take(zaloEvent(parsed), options);
      return done;
    },
  });
}

function parse(bytes: Uint8Array): ZaloBody | 'probe' {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return 'probe';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('BODY_INVALID', 'not valid JSON');
  }
  if (typeof value === 'object' && value !== null && !('event_name' in value)) return 'probe';
  const body = readZaloBody(value);
  if (body === null) throw new AppError('BODY_INVALID', 'not an event');
  return body;
}

/** The secret is chosen by the configured app, never by a value out of the unverified body. */
function verify(
  { app_id: appId, timestamp }: ZaloBody,
  bytes: Uint8Array,
  { message }: Incoming,
  settings: ZaloWebhookOptions['settings'],
): void {
  const header = message.headers['x-zevent-signature'];
  const sentAt = message.headers['x-zevent-timestamp'];
  const signedAt = timestamp ?? (typeof sentAt === 'string' ? sentAt : '');
  const mac = zaloMac(settings.appId, bytes, signedAt, settings.oaSecretKey);
  const signed = isSigned(typeof header === 'string' ? header : undefined, mac);
  if (!signed || appId !== settings.appId) throw new AppError('FORBIDDEN', 'not signed by our Zalo app');
}

async function take(event: ZaloEvent, options: ZaloWebhookOptions): Promise<void> {
  const { inlet, takeover, log } = options;
  if (event.kind === 'ignored') {
    log.debug({ event: event.name }, 'A Zalo event is ignored');
    return;
  }
  const account = accountOf(event.oa, options.settings);
  if (account === null) {
    log.warn({ oa: event.oa }, 'A Zalo event of an Official Account that is not in ZALO_ACCOUNTS');
    return;
  }
  if (event.kind === 'said') await inlet.receive(inboundOf({ ...event, account }, inlet));
  else if (event.kind === 'echo') await takeover.echoed(account, event.person, { ...event, delivery: null });
  else if (event.kind === 'left') await takeover.left(account, event.person);
  else await takeover.withdrawn(account, event.person);
}

function accountOf(id: string, { accounts }: ZaloWebhookOptions['settings']): Account | null {
  const unit = accounts.get(oaOf(id));
  return unit === undefined ? null : { channel: 'zalo', id, homeUnit: unit };
}
