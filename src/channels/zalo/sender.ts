import { z } from 'zod';
import type { Logger } from '#root/logging.ts';
import type { Delivery, DeliveryResult, Sender } from '#turns/ports.ts';
import type { Reply } from '#replies/reply.ts';
import type { Alarms } from '../push/alarms.ts';
import { callPlatform, type Called } from '../push/platform-client.ts';
import { laterAt } from '../push/later.ts';
import { ANONYMOUS, zaloDescriptor } from './descriptor.ts';
import { zaloRemedy } from './errors.ts';
import { withoutButtons, zaloMessage } from './message.ts';
import type { ZaloSettings } from './settings.ts';
import type { ZaloTokens } from './tokens.ts';

export interface ZaloSenderOptions {
  readonly settings: Pick<ZaloSettings, 'apiUrl'>;
  readonly tokens: ZaloTokens;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
  readonly timeoutMs?: number;
}

const answerSchema = z.looseObject({
  error: z.number(),
  data: z.looseObject({ message_id: z.string().optional() }).optional(),
});

/** How long a send that was cut off waits for its echo. */
const ECHO_MS = 30_000;
const MAX_AGAIN = 3;

/** Sends one piece of a reply. The HTTP status says nothing: errors come with 200 too. */
export function createZaloSender(options: ZaloSenderOptions): Sender {
  const { settings, tokens, alarms, clock, log, timeoutMs = 10_000 } = options;

  const post = (access: string, delivery: Delivery, reply: Reply): Promise<Called> => {
    const { path, body } = zaloMessage(delivery.account.id, delivery.person, reply);
    const url = `${settings.apiUrl}${path}`;
    return callPlatform({ url, headers: { access_token: access }, body, timeoutMs });
  };
  const oaOf = ({ account }: Delivery): string => account.id.replace(ANONYMOUS, '');

  async function send(delivery: Delivery, reply: Reply, renewedBefore = false): Promise<DeliveryResult> {
    const oa = oaOf(delivery);
    const access = await tokens.access(oa);
    if (access === null) return withoutToken(oa);
    const called = await post(access, delivery, reply);
    if (called.kind === 'unreachable') return retry(delivery, called.why);
    if (called.kind === 'cut-off') return { kind: 'uncertain', until: clock() + ECHO_MS };
    const answer = answerSchema.safeParse(called.body);
    if (!answer.success) return retry(delivery, `HTTP ${String(called.status)}`);
    const { error, data } = answer.data;
    if (error === 0) {
      alarms.clear('zalo', oa);
      return { kind: 'sent', externalId: data?.message_id ?? null };
    }
    const why = `Zalo ${String(error)}`;
    switch (zaloRemedy(error)) {
      case 'renew': {
        if (renewedBefore) return retry(delivery, why);
        return (await tokens.renew(oa, access)) === null ? withoutToken(oa) : send(delivery, reply, true);
      }
      case 'later':
        return retry(delivery, why);
      case 'again':
        return delivery.attempts < MAX_AGAIN ? retry(delivery, why) : { kind: 'failed', why };
      case 'plain':
        if (reply.choices.length > 0) return send(delivery, withoutButtons(reply), renewedBefore);
        log.error({ delivery: delivery.id, error }, 'Zalo does not take a message');
        return { kind: 'failed', why };
      case 'window':
        return { kind: 'failed', why: `${why}: she must write first` };
      case 'operator':
        alarms.raise('zalo', oa, `error ${String(error)}: see docs/guides/channels.md`);
        return { kind: 'held', why };
      case 'person':
        return { kind: 'failed', why };
      case 'drop':
      default:
        log.warn({ delivery: delivery.id, error }, 'Zalo refused a message');
        return { kind: 'failed', why };
    }
  }

  async function withoutToken(oa: string): Promise<DeliveryResult> {
    const lost = alarms.list().some(({ channel, account }) => channel === 'zalo' && account === oa);
    // Without an alarm Zalo could not be asked just now.
    return lost
      ? { kind: 'held', why: 'no access token' }
      : { kind: 'retry', at: clock() + ECHO_MS, why: 'no access token yet' };
  }

  const retry = (delivery: Delivery, why: string): DeliveryResult => ({
    kind: 'retry',
    at: laterAt(clock(), delivery.attempts),
    why,
  });

  return {
    descriptor: zaloDescriptor,
    async send(delivery) {
      const { lastInAt } = delivery;
      const { windowMs } = zaloDescriptor;
      // Later it would be paid for, and long after she asked it helps nobody.
      if (windowMs !== null && lastInAt !== null && clock() - lastInAt > windowMs) {
        return { kind: 'failed', why: 'more than 48 hours since she wrote' };
      }
      return send(delivery, delivery.reply);
    },
  };
}
