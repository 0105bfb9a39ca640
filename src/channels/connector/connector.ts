import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import { newId } from '#root/ids.ts';
import type { Json } from '#root/json.ts';
import type { Answer } from '#http/answer.ts';
import { isLoopback } from '#http/client.ts';
import { anyone, noInput, route, type Route } from '#http/route.ts';
import type { Account, Event, Inbound } from '#turns/ports.ts';
import type { ChannelDescriptor } from '#turns/ports-delivery.ts';
import { cleanObject, isObject } from '../clean.ts';
import { readClientActivity } from '../client-activity.ts';
import type { Follow } from '../follow.ts';
import type { Inlet, JsonObject } from '../inlet.ts';
import { maskActivity } from '../mask-activity.ts';
import { repliesTo } from './expect-replies.ts';
import { isLocal, personOf, referenceOf, type Reference } from './reference.ts';

/** Bot Framework clients over `/api/messages`. */
export const connectorDescriptor: ChannelDescriptor = {
  id: 'connector',
  label: 'Bot Framework',
  limits: { textChars: 20_000, choices: 12, choiceTitleChars: 60 },
  windowMs: null,
  delivery: 'push',
};

/** The account of callers that take the replies in the answer: their transcript is their delivery. */
export const EXPECT_REPLIES = 'expect-replies';
const PUSHED = 'service';

/**
 * Authenticates the caller of an activity and runs `logic` as its turn; what it gives back is answered
 * where replies are expected. Throws UNAUTHORIZED. The bot room's, because it knows the SDK.
 */
export type ConnectorTurn = (
  authorization: string,
  activity: JsonObject,
  logic: () => Promise<readonly Json[]>,
) => Promise<Answer>;

export interface ConnectorOptions {
  readonly inlet: Inlet;
  readonly follow: Follow;
  readonly turn: ConnectorTurn;
  /** A reply will stand in the outbox in a moment. */
  readonly poke: () => void;
  /** Without an app id callers are not authenticated: only services on this machine are answered. */
  readonly localOnly: boolean;
  readonly homeUnit: string | null;
  readonly waitMs?: number;
}

/** 256 K characters of Vietnamese in UTF-8. */
const MAX_BYTES = 800_000;

/** The route of Bot Framework clients: stores what they send, as every channel does, and answers at once. */
export function connectorRoutes(options: ConnectorOptions): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/messages',
      who: anyone,
      in: { ...noInput, body: z.unknown(), maxBytes: MAX_BYTES },
      out: { 200: z.unknown() },
      limit: { points: 1200, seconds: 60 },
      handler: async ({ body, incoming }) => {
        const activity = cleanObject(body);
        checkType(activity['type']);
        const reference = referenceOf(activity);
        if (options.localOnly && !(isLocal(reference) && isLoopback(incoming.message))) {
          throw new AppError('FORBIDDEN', 'without an app id only callers on this machine are answered');
        }
        const authorization = incoming.message.headers.authorization ?? '';
        return await options.turn(authorization, activity, () => store(options, activity, reference));
      },
    }),
  ];
}

function checkType(type: Json | undefined): void {
  if (typeof type !== 'string' || type === '') throw new AppError('ACTIVITY_TYPE_MISSING');
  if (type === 'invoke') throw new AppError('NOT_IMPLEMENTED', 'invoke');
}

async function store(
  { inlet, follow, poke, homeUnit, waitMs = 10_000 }: ConnectorOptions,
  activity: JsonObject,
  reference: Reference,
): Promise<readonly Json[]> {
  const expected = activity['deliveryMode'] === 'expectReplies';
  const account: Account = { channel: 'connector', id: expected ? EXPECT_REPLIES : PUSHED, homeUnit };
  const said = readSaid(inlet, activity, reference);
  if (said === null) return [];
  const receivedAt = inlet.clock();
  const accepted = await inlet.receive({
    ...said,
    account,
    person: personOf(reference),
    conversation: null,
    secret: null,
    receivedAt,
  });
  if (expected) return await repliesTo(accepted, receivedAt, follow, waitMs);
  poke();
  return [];
}

const ANONYMOUS = { conversation: 'connector', user: 'user' } as const;

/** Ids of messages often begin with the conversation's, which may name the person. */
const keyOf = (id: string): string => `hash:${createHash('sha256').update(id).digest('base64url')}`;

type Said = Pick<Inbound, 'event' | 'activity' | 'dedupeKey'>;

/** null: nothing that the bot answers. */
function readSaid(inlet: Inlet, activity: JsonObject, reference: Reference): Said | null {
  if (activity['type'] === 'conversationUpdate') {
    const start: Event = { kind: 'start' };
    return joined(activity, reference) ? { event: start, activity: null, dedupeKey: 'start' } : null;
  }
  if (activity['type'] !== 'message') return null;
  // Her ids there are the person, and are kept sealed; nobody reads them from the transcript.
  const client = readClientActivity(activity, ANONYMOUS.conversation, ANONYMOUS.user);
  const masked = maskActivity(client.activity, inlet.mask);
  const event = inlet.eventOf(masked.activity, masked.kinds);
  const id = activity['id'];
  const dedupeKey = typeof id === 'string' && id !== '' ? keyOf(id) : `new:${newId()}`;
  // What the channel tells of her (account, tenant, mentions) is none of the transcript's business.
  const { channelData: _channelData, entities: _entities, ...kept } = masked.activity;
  return event === null ? null : { event, activity: kept, dedupeKey };
}

/** Somebody else than the bot came in. */
function joined(activity: JsonObject, { bot }: Reference): boolean {
  const members = activity['membersAdded'];
  return (
    Array.isArray(members) && members.some((member: Json) => isObject(member) && member['id'] !== bot.id)
  );
}
