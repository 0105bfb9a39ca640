import type { Reply } from '#replies/reply.ts';
import type { Account, ChannelId, Conversation, Origin } from './ports.ts';

/** What leaves the house: a delivery, who sends it, and what the platform tells of it. */

export interface Delivery {
  readonly id: string;
  readonly conversation: string;
  readonly account: Account;
  /** Opened from the seal, for sending only. */
  readonly person: string;
  readonly reply: Reply;
  readonly attempts: number;
  readonly fence: number;
  /** When she last wrote: platforms close their window some time after. null: never. */
  readonly lastInAt: number | null;
  readonly origin: Origin;
}

export type DeliveryResult =
  | { readonly kind: 'sent'; readonly externalId: string | null }
  | { readonly kind: 'retry'; readonly at: number; readonly why: string }
  | { readonly kind: 'uncertain'; readonly until: number }
  | { readonly kind: 'held' | 'failed'; readonly why: string };

/** The outbox, for those who send from it. Both engines pass one contract suite with `TurnStore`. */
export interface DeliveryStore {
  takeDelivery(owner: string, channel: ChannelId, now: number, leaseMs: number): Promise<Delivery | null>;
  settleDelivery(delivery: Delivery, result: DeliveryResult, now: number): Promise<boolean>;
}

export interface ChannelDescriptor {
  readonly id: ChannelId;
  readonly label: string;
  readonly limits: {
    readonly textChars: number;
    readonly choices: number;
    readonly choiceTitleChars: number;
  };
  /** How long after her last message the platform lets us write, ms; null: always. */
  readonly windowMs: number | null;
  /** The same for what an officer typed, where it differs. */
  readonly officerWindowMs?: number;
  /** `pull`: the transcript is the delivery (portal); `push`: the outbox sends. */
  readonly delivery: 'pull' | 'push';
}

/** Sends one reply on a push channel. Never throws for what the platform says: that is a result. */
export interface Sender {
  readonly descriptor: ChannelDescriptor;
  send(delivery: Delivery): Promise<DeliveryResult>;
}

/** What a platform tells of a message that left our account: ours by API, or a person's by hand. */
export interface Echo {
  /** The platform's id of the message. */
  readonly externalId: string;
  /** Our own mark, where the platform carries one back. */
  readonly delivery: string | null;
  readonly text: string;
}

export interface QueueHealth {
  /** Replies that still are to leave. */
  readonly open: number;
  readonly uncertain: number;
  /** Age of the oldest of them, ms. */
  readonly oldestMs: number;
  readonly held: number;
  readonly failed: number;
}

/** What channels that send need beside `DeliveryStore`: echoes, takeover by a person, deletion by the person's id. */
export interface PushStore {
  /**
   * Settles the send that the echo belongs to, also one that was cut off before its answer. False: nobody here
   * sent it, so a person wrote it in the platform's own inbox.
   */
  echoed(account: Account, person: string, echo: Echo, now: number): Promise<boolean>;
  /** While a person owns a conversation the bot is silent; `until` ends it. null: she never wrote to us. */
  setOwner(
    account: Account,
    person: string,
    owner: Conversation['owner'],
    until?: number,
  ): Promise<string | null>;
  /** The pause that was to end then; false where it was put off or ended meanwhile. */
  giveBack(conversation: string, until: number): Promise<boolean>;
  conversationOf(account: Account, person: string): Promise<string | null>;
  /** What was held because its channel could not send goes back into the queue. Gives how many. */
  release(channel: ChannelId, account: string): Promise<number>;
  health(channel: ChannelId, now: number): Promise<QueueHealth>;
}
