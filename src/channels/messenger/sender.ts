import { z } from 'zod';
import type { Logger } from '#root/logging.ts';
import type { Delivery, Sender } from '#turns/ports-delivery.ts';
import type { Reply } from '#replies/reply.ts';
import type { Alarms } from '../push/alarms.ts';
import { createPushSender, type Tried } from '../push/push-sender.ts';
import { messengerDescriptor } from './descriptor.ts';
import { metaRemedy } from './errors.ts';
import type { GraphApi } from './graph-api.ts';
import { messengerMessage } from './message.ts';

export interface MessengerSenderOptions {
  readonly graph: GraphApi;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
}

const sentSchema = z.looseObject({ message_id: z.string() });
const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});

/** Sends one piece of a reply over the Send API. */
export function createMessengerSender({ graph, alarms, clock, log }: MessengerSenderOptions): Sender {
  async function call(delivery: Delivery, reply: Reply): Promise<Tried> {
    const body = messengerMessage(delivery, reply, clock());
    const called = await graph.call(delivery.account.id, 'messages', body);
    if (called === null) return noToken(delivery);
    if (called.kind === 'unreachable') return { kind: 'not-now', why: called.why };
    if (called.kind === 'cut-off') return { kind: 'cut-off' };
    const sent = sentSchema.safeParse(called.body);
    if (sent.success) return { kind: 'sent', externalId: sent.data.message_id };
    const refusal = errorSchema.safeParse(called.body);
    if (!refusal.success) return { kind: 'not-now', why: `HTTP ${String(called.status)}` };
    const { code, error_subcode: subcode } = refusal.data.error;
    const why = `Meta ${String(code)}${subcode === undefined ? '' : `/${String(subcode)}`}`;
    return { kind: 'refused', remedy: metaRemedy(refusal.data.error), why };
  }

  function noToken({ account }: Delivery): Tried {
    alarms.raise('messenger', account.id, 'META_PAGE_TOKENS has no token for this page');
    return { kind: 'no-token' };
  }

  return createPushSender({
    descriptor: messengerDescriptor,
    alarms,
    clock,
    log,
    accountOf: ({ account }) => account.id,
    call,
  });
}
