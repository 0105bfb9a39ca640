import { z } from 'zod';
import type { Logger } from '#root/logging.ts';
import type { Delivery, Sender } from '#turns/ports-delivery.ts';
import type { Reply } from '#replies/reply.ts';
import type { Alarms } from '../push/alarms.ts';
import { createPace } from '../push/pace.ts';
import { callPlatform } from '../push/platform-client.ts';
import { createPushSender, type Tried } from '../push/push-sender.ts';
import { oaOf, zaloDescriptor } from './descriptor.ts';
import { zaloRemedy } from './errors.ts';
import { zaloMessage } from './message.ts';
import type { ZaloSettings } from './settings.ts';
import type { ZaloTokens } from './tokens.ts';

export interface ZaloSenderOptions {
  readonly settings: Pick<ZaloSettings, 'apiUrl'>;
  readonly tokens: ZaloTokens;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
}

const answerSchema = z.looseObject({
  error: z.number(),
  data: z.looseObject({ message_id: z.string().optional() }).optional(),
});

/** Zalo takes 4000 a minute of an app; some are left for tokens, checks and a second process. */
const CALLS_A_MINUTE = 3500;

/** Sends one piece of a reply. The HTTP status says nothing: errors come with 200 too. */
export function createZaloSender(options: ZaloSenderOptions): Sender {
  const { settings, tokens, alarms, clock, log } = options;

  const pace = createPace(CALLS_A_MINUTE, clock);

  async function call(delivery: Delivery, reply: Reply): Promise<Tried> {
    const oa = oaOf(delivery.account.id);
    const access = await tokens.access(oa);
    if (access === null) return withoutToken(oa);
    const first = await post(access, delivery, reply);
    if (first !== 'renew') return first;
    const renewed = await tokens.renew(oa, access);
    if (renewed === null) return withoutToken(oa);
    const second = await post(renewed, delivery, reply);
    return second === 'renew' ? { kind: 'not-now', why: 'Zalo takes no new token either' } : second;
  }

  async function post(access: string, delivery: Delivery, reply: Reply): Promise<Tried | 'renew'> {
    if (!pace.take())
      return { kind: 'refused', remedy: 'later', why: 'the calls of this minute are used up' };
    const { path, body } = zaloMessage(delivery.account.id, delivery.person, reply);
    const called = await callPlatform({
      url: `${settings.apiUrl}${path}`,
      headers: { access_token: access },
      body,
    });
    if (called.kind === 'unreachable') return { kind: 'not-now', why: called.why };
    if (called.kind === 'cut-off') return { kind: 'cut-off' };
    const answer = answerSchema.safeParse(called.body);
    if (!answer.success) return { kind: 'not-now', why: `HTTP ${String(called.status)}` };
    const { error, data } = answer.data;
    if (error === 0) return { kind: 'sent', externalId: data?.message_id ?? null };
    const remedy = zaloRemedy(error);
    return remedy === 'renew' ? remedy : { kind: 'refused', remedy, why: `Zalo ${String(error)}` };
  }

  /** Without an alarm Zalo could not be asked just now. */
  function withoutToken(oa: string): Tried {
    const lost = alarms.list().some(({ channel, account }) => channel === 'zalo' && account === oa);
    return lost ? { kind: 'no-token' } : { kind: 'not-now', why: 'no access token yet' };
  }

  return createPushSender({
    descriptor: zaloDescriptor,
    alarms,
    clock,
    log,
    accountOf: ({ account }) => oaOf(account.id),
    call,
  });
}
