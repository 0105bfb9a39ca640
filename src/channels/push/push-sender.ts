import type { Logger } from '#root/logging.ts';
import type { Reply } from '#replies/reply.ts';
import type { ChannelDescriptor, Delivery, DeliveryResult, Sender } from '#turns/ports-delivery.ts';
import type { Alarms } from './alarms.ts';
import { withoutButtons } from './without-buttons.ts';

/**
 * What a platform's refusal asks for. `later`: wait; `again`: a few times; `plain`: without its buttons;
 * `person`: nothing more to her; `window`: she must write first; `operator`: somebody has to do something,
 * until then everything is kept; `drop`: this message alone is wrong.
 */
export type Remedy = 'later' | 'again' | 'plain' | 'person' | 'window' | 'operator' | 'drop';

/** How one call went. */
export type Tried =
  | { readonly kind: 'sent'; readonly externalId: string | null }
  | { readonly kind: 'refused'; readonly remedy: Remedy; readonly why: string }
  /** It never left, or what came back is no answer of the platform. */
  | { readonly kind: 'not-now'; readonly why: string }
  /** Nobody knows whether it took effect. */
  | { readonly kind: 'cut-off' }
  /** The account may not send; its alarm is raised. */
  | { readonly kind: 'no-token' };

export interface PushSenderOptions {
  readonly descriptor: ChannelDescriptor;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
  /** The account whose alarm it is. */
  readonly accountOf: (delivery: Delivery) => string;
  readonly call: (delivery: Delivery, reply: Reply) => Promise<Tried>;
}

/** How long a send that was cut off waits for its echo. */
const ECHO_MS = 30_000;
const MAX_AGAIN = 3;

/** Sends the pieces of replies one by one: what the platforms have in common. */
export function createPushSender(options: PushSenderOptions): Sender {
  const { descriptor, alarms, clock, log, accountOf, call } = options;
  const channel = descriptor.id;

  async function send(delivery: Delivery, reply: Reply): Promise<DeliveryResult> {
    const tried = await call(delivery, reply);
    switch (tried.kind) {
      case 'sent':
        alarms.clear(channel, accountOf(delivery));
        return tried;
      case 'cut-off':
        return { kind: 'uncertain', until: clock() + ECHO_MS };
      case 'not-now':
        return again(delivery, tried.why);
      case 'no-token':
        return { kind: 'held', why: 'no access token' };
      case 'refused':
        return refused(delivery, reply, tried.remedy, tried.why);
      default:
        return tried satisfies never;
    }
  }

  async function refused(
    delivery: Delivery,
    reply: Reply,
    remedy: Remedy,
    why: string,
  ): Promise<DeliveryResult> {
    log.warn({ channel, delivery: delivery.id, remedy, why }, 'A platform refused a message');
    if (remedy === 'plain' && reply.choices.length > 0) return send(delivery, withoutButtons(reply));
    if (remedy === 'later' || (remedy === 'again' && delivery.attempts < MAX_AGAIN))
      return again(delivery, why);
    if (remedy !== 'operator') return { kind: 'failed', why };
    alarms.raise(channel, accountOf(delivery), `${why}: see docs/guides/channels.md`);
    return { kind: 'held', why };
  }

  const again = ({ attempts }: Delivery, why: string): DeliveryResult => ({
    kind: 'retry',
    at: laterAt(clock(), attempts),
    why,
  });

  return {
    descriptor,
    async send(delivery) {
      const { lastInAt, origin } = delivery;
      const windowMs =
        origin === 'officer' ? (descriptor.officerWindowMs ?? descriptor.windowMs) : descriptor.windowMs;
      // The platform would refuse it or charge for it, and long after she asked it helps nobody.
      if (windowMs !== null && lastInAt !== null && clock() - lastInAt > windowMs) {
        return { kind: 'failed', why: 'the window is closed: she must write first' };
      }
      return send(delivery, delivery.reply);
    },
  };
}

/** 2, 4, 8 … s after the n-th try, at most 5 minutes, with a fifth of chance so that not all come at once. */
export function laterAt(now: number, attempts: number): number {
  const wait = Math.min(1000 * 2 ** Math.max(1, attempts), 300_000);
  return now + Math.round(wait * (1 + Math.random() / 5));
}
