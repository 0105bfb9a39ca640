import type { Activity, ConversationReference } from 'botframework-schema';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import type { ChannelDescriptor, Delivery, DeliveryResult, Sender } from '#turns/ports-delivery.ts';
import { messageOf } from './activity-codec.ts';
import type { ConnectorAdapter, MicrosoftApp } from './connector-adapter.ts';

type Object = { readonly [key: string]: Json };

export interface ConnectorBot {
  /** Authenticates, and runs `logic` as the SDK's turn. Throws UNAUTHORIZED. */
  readonly turn: (
    authorization: string,
    activity: Object,
    logic: () => Promise<readonly Json[]>,
  ) => Promise<{ readonly status: number; readonly json?: unknown }>;
  readonly sender: Sender;
}

export interface ConnectorBotOptions {
  readonly app: MicrosoftApp | null;
  readonly descriptor: ChannelDescriptor;
  /** Opens the person of a delivery; throws for what may not be called. */
  readonly referenceOf: (person: string) => Partial<ConversationReference>;
  readonly clock: () => number;
}

/** Bot Framework clients through the SDK's adapter, which is loaded when the first of them comes. */
export function createConnectorBot({
  app,
  descriptor,
  referenceOf,
  clock,
}: ConnectorBotOptions): ConnectorBot {
  let loading: Promise<ConnectorAdapter> | undefined;
  const adapter = () =>
    (loading ??= import('./connector-adapter.ts').then(({ createConnectorAdapter }) =>
      createConnectorAdapter(app),
    ));

  return {
    async turn(authorization, activity, logic) {
      const given = await adapter();
      const answer = await given
        .receive(authorization, toActivity(activity), async (context) => {
          const replies = await logic();
          // Buffered by the SDK where replies are expected; otherwise there are none here.
          if (replies.length > 0)
            await context.sendActivities(replies.map((reply) => shownSchema.parse(reply)));
        })
        .catch((thrown: unknown) => {
          throw isRefusal(thrown) ? new AppError('UNAUTHORIZED') : thrown;
        });
      return answer?.body === undefined ? { status: 200 } : { status: answer.status, json: answer.body };
    },
    sender: {
      descriptor,
      send: async (delivery) => await send(delivery),
    },
  };

  async function send(delivery: Delivery): Promise<DeliveryResult> {
    let externalId: string | null = null;
    try {
      const given = await adapter();
      await given.continueConversationAsync(app?.id ?? '', referenceOf(delivery.person), async (context) => {
        const sent = await context.sendActivity(messageOf(delivery.reply, 'connector'));
        externalId = sent?.id ?? null;
      });
      return { kind: 'sent', externalId };
    } catch (thrown) {
      return failure(thrown, delivery.attempts, clock());
    }
  }
}

const activitySchema = z.custom<Activity>(
  (value) => z.looseObject({ type: z.string() }).safeParse(value).success,
);
const shownSchema = z.custom<Partial<Activity>>((value) => z.looseObject({}).safeParse(value).success);

/** The SDK's own reader makes dates of times. */
function toActivity(activity: Object): Activity {
  const dates = ['timestamp', 'localTimestamp', 'expiration'].flatMap((key) => {
    const value = activity[key];
    return typeof value === 'string' ? [[key, new Date(value)] as const] : [];
  });
  return activitySchema.parse({ ...activity, ...Object.fromEntries(dates) });
}

const statusSchema = z.object({ statusCode: z.number() });

function isRefusal(thrown: unknown): boolean {
  const status = statusSchema.safeParse(thrown);
  return status.success && (status.data.statusCode === 401 || status.data.statusCode === 403);
}

/** How Microsoft's library says that it got no token: nothing left. */
const tokenFaultSchema = z.object({ errorCode: z.string(), errorMessage: z.string() });

const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** Said no: failed. Busy, or never reached: again later. Cut off in the middle: nobody knows. */
function failure(thrown: unknown, attempts: number, now: number): DeliveryResult {
  const status = statusSchema.safeParse(thrown);
  const later: DeliveryResult = {
    kind: 'retry',
    at: now + 1000 * 2 ** Math.min(attempts, 6),
    why: 'unavailable',
  };
  if (status.success) {
    const { statusCode } = status.data;
    // 401: our own token was not taken; kept until somebody has set it right.
    if (statusCode >= 500 || statusCode === 429 || statusCode === 401)
      return { ...later, why: `answered ${statusCode}` };
    return { kind: 'failed', why: `answered ${statusCode}` };
  }
  if (tokenFaultSchema.safeParse(thrown).success) return { ...later, why: 'Microsoft gave no token' };
  const code = z.object({ code: z.string() }).safeParse(thrown);
  if (code.success && neverArrived.has(code.data.code)) return later;
  if (thrown instanceof AppError) return { kind: 'failed', why: thrown.code };
  return { kind: 'uncertain', until: now + 30_000 };
}
