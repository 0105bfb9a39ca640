import { z } from 'zod';
import { parseJson } from '#root/json.ts';
import { int, intOrNull, oneOf, text, textOrNull, type Row } from '#store/database.ts';
import type { Sealer } from '#privacy/seal.ts';
import {
  attachmentKinds,
  channelIds,
  maskedKinds,
  type Account,
  type ActivityRow,
  type Conversation,
  type Event,
  type PendingMessage,
} from '../ports.ts';
import { expectationSchema } from './expectation.ts';

const masked = z.array(z.enum(maskedKinds));

const eventSchema: z.ZodType<Event> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), lang: z.enum(['vi', 'en']).optional() }),
  z.object({ kind: z.literal('text'), text: z.string(), masked }),
  z.object({ kind: z.literal('choice'), id: z.string(), title: z.string() }),
  z.object({
    kind: z.literal('attachment'),
    kinds: z.array(z.enum(attachmentKinds)),
    text: z.string(),
    masked,
  }),
]);

export function toAccount(row: Row): Account {
  return {
    channel: oneOf(row, 'channel', channelIds),
    id: text(row, 'account'),
    homeUnit: textOrNull(row, 'home_unit'),
  };
}

/** The columns that `toConversation` reads. */
export const conversationColumns =
  'id, channel, account, home_unit, lang, owner, expects, state, state_v, last_in_at, created_at';

export function toConversation(row: Row): Conversation {
  const state = textOrNull(row, 'state');
  const expects = textOrNull(row, 'expects');
  return {
    id: text(row, 'id'),
    account: toAccount(row),
    lang: oneOf(row, 'lang', ['vi', 'en']),
    owner: oneOf(row, 'owner', ['bot', 'person', 'closed']),
    expects: expects === null ? null : expectationSchema.parse(JSON.parse(expects)),
    state: state === null ? null : { v: intOrNull(row, 'state_v') ?? 0, data: parseJson(state) },
    lastInAt: intOrNull(row, 'last_in_at'),
    createdAt: int(row, 'created_at'),
  };
}

export function toMessage(row: Row, sealer: Sealer): PendingMessage {
  const secret = textOrNull(row, 'secret_sealed');
  return {
    inboxId: text(row, 'id'),
    event: eventSchema.parse(JSON.parse(text(row, 'event'))),
    secret: secret === null ? null : sealer.open(secret),
    receivedAt: int(row, 'received_at'),
    activityId: textOrNull(row, 'activity_id'),
    attempts: int(row, 'attempts'),
  };
}

export function toActivityRow(row: Row): ActivityRow {
  return {
    seq: int(row, 'seq'),
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', ['in', 'out']),
    at: int(row, 'at'),
    json: text(row, 'activity'),
  };
}
