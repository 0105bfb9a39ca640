import type { Aspect, Outcome, UnitCode } from '#knowledge/schema/ids.ts';
import type { Release } from '#knowledge/release.ts';
import type { Expectation, UnderstandContext, Understanding } from '#understanding/types.ts';
import type { Reply } from '#replies/reply.ts';
import type { MaskKind as MaskedKind } from '#privacy/kinds.ts';
import type { Json } from '#root/json.ts';
import type { Statement } from '#store/database.ts';

/**
 * The ports between rooms. A message lives through
 * receive -> verify -> mask -> store -> acknowledge | lease -> route -> understand -> decide -> commit | adapt -> send -> record
 */

export const channelIds = ['portal', 'zalo', 'messenger', 'connector', 'terminal'] as const;
export type ChannelId = (typeof channelIds)[number];

export const attachmentKinds = [
  'image',
  'sticker',
  'audio',
  'video',
  'file',
  'location',
  'contact',
  'other',
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What a resident did, channel stripped away, text already masked. */
export type Event =
  /** `lang`: the page that was opened is in this language. */
  | { readonly kind: 'start'; readonly lang?: 'vi' | 'en' | undefined }
  | { readonly kind: 'text'; readonly text: string; readonly masked: readonly MaskedKind[] }
  | { readonly kind: 'choice'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'attachment';
      readonly kinds: readonly AttachmentKind[];
      readonly text: string;
      readonly masked: readonly MaskedKind[];
    };

export { maskKinds as maskedKinds, type MaskKind as MaskedKind } from '#privacy/kinds.ts';

/** One account: an OA, a page, or the portal of a unit. */
export interface Account {
  readonly channel: ChannelId;
  /** Platform's id of the account; for the portal the home unit's code or `city`. */
  readonly id: string;
  readonly homeUnit: UnitCode | null;
}

/* ---- receive ---------------------------------------------------------------------------------- */

/** A message as a channel hands it over: verified, masked, not yet stored. */
export interface Inbound {
  readonly account: Account;
  /** The person's id on that channel; hashed and sealed by the store, never stored in clear. */
  readonly person: string;
  /** A known conversation (portal tokens carry it); otherwise found by channel, account, person. */
  readonly conversation: string | null;
  /** The platform's message id: a second one with the same key in a conversation is dropped. */
  readonly dedupeKey: string;
  readonly event: Event;
  /** Value that a question asked for, kept sealed beside the masked text and erased by the turn's commit. */
  readonly secret: string | null;
  /** The masked activity as it goes into the transcript and, on the portal, back as echo. null: not shown (start). */
  readonly activity: object | null;
  readonly receivedAt: number;
}

export interface Accepted {
  readonly conversation: string;
  readonly duplicate: boolean;
  /** Of the transcript row; the portal's watermark. null where nothing was written. */
  readonly seq: number | null;
  readonly activityId: string | null;
  /** What was written, for the hub. null for a duplicate and where nothing is shown. */
  readonly row: ActivityRow | null;
  /** Leased by the claim that came along. null: it waits for a worker. */
  readonly work: Work | null;
}

/* ---- lease, turn ------------------------------------------------------------------------------ */

/** A lease, not a lock: taking it adds 1 to `fence`; a commit with an older fence changes nothing. */
export interface Lease {
  readonly conversation: string;
  readonly owner: string;
  readonly fence: number;
  readonly until: number;
}

/** In whose name, and for how long from when, a conversation is leased. */
export interface Claim {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
}

export interface StoredState {
  readonly v: number;
  readonly data: Json;
}

export interface Conversation {
  readonly id: string;
  readonly account: Account;
  readonly lang: 'vi' | 'en';
  /** While a person owns it the bot is silent. */
  readonly owner: 'bot' | 'person' | 'closed';
  readonly expects: Expectation | null;
  readonly state: StoredState | null;
  /** When her message before this one was answered: how long she was away. */
  readonly lastInAt: number | null;
  readonly createdAt: number;
}

export interface PendingMessage {
  readonly inboxId: string;
  readonly event: Event;
  readonly secret: string | null;
  readonly receivedAt: number;
  /** Transcript id of the resident's message; replies name it. */
  readonly activityId: string | null;
  /** Turns that failed on it so far; at `MAX_ATTEMPTS` it is apologised for and put aside. */
  readonly attempts: number;
}

export const MAX_ATTEMPTS = 5;

/** A leased conversation with the oldest message that waits. */
export interface Work {
  readonly lease: Lease;
  readonly conversation: Conversation;
  readonly message: PendingMessage;
  /** More messages wait behind this one. */
  readonly more: boolean;
  /** Found before the turn began, where the message is a code. */
  readonly carried?: Carried;
}

/** What a code to go on elsewhere brought: a copy of a conversation's state, or nothing. */
export type Carried =
  | { readonly kind: 'state'; readonly state: StoredState }
  | { readonly kind: 'unknown' }
  /** Too many wrong codes. */
  | { readonly kind: 'blocked' };

/* ---- understand, decide ----------------------------------------------------------------------- */

export type Understand = (text: string, context: UnderstandContext) => Understanding;

export interface TurnContext {
  readonly channel: ChannelId;
  readonly homeUnit: UnitCode | null;
  readonly lang: 'vi' | 'en';
  readonly now: number;
  readonly lastInAt: number | null;
  /** How long after her message we may write unasked, ms. Absent or null: not at all. */
  readonly reachMs?: number | null;
}

export interface DecideInput {
  readonly state: StoredState | null;
  readonly event: Event;
  /** null for events without words. */
  readonly understanding: Understanding | null;
  readonly secret: string | null;
  readonly context: TurnContext;
  readonly release: Release;
  /** Present where her message is a code to go on elsewhere. */
  readonly carried?: Carried;
}

/** On the way through a procedure: from place to place, and what held her up. */
export type CountedEvent =
  | 'move'
  | 'stuck'
  | 'confused'
  | 'simpler'
  | 'trouble'
  | 'trouble-solved'
  | 'trouble-stays'
  | 'trouble-other';

/** What a turn leaves behind apart from its replies. */
export type Effect =
  | {
      readonly kind: 'walkthrough';
      readonly id: string;
      readonly procedure: string;
      readonly targetUnit: UnitCode | null;
      readonly answers: Readonly<Record<string, string>>;
      readonly done: readonly string[];
      readonly state: 'active' | 'aside' | 'finished' | 'abandoned';
      readonly release: string;
    }
  | { readonly kind: 'handover'; readonly reason: string }
  | { readonly kind: 'feedback'; readonly helped: boolean; readonly about: string }
  /** Whether her screen was as the step described it, once a step and walk-through. */
  | { readonly kind: 'screen'; readonly procedure: string; readonly step: string; readonly same: boolean }
  /** Counted by day for ever, with nobody's name on it; what stands where: `src/insight/counts/events.ts`. */
  | {
      readonly kind: 'counted';
      readonly event: CountedEvent;
      readonly procedure: string;
      readonly step: string;
      readonly detail: string;
    }
  | { readonly kind: 'lang'; readonly lang: 'vi' | 'en' }
  /** She asked to be reminded: one message that we start, once for each key. */
  | {
      readonly kind: 'plan';
      readonly what: 'resume' | 'result';
      /** The procedure. */
      readonly about: string;
      readonly at: number;
      readonly key: string;
    }
  /** She wants nothing kept of what was said: gone with this turn's commit, its reply apart. */
  | { readonly kind: 'forget' }
  /** She wants no message that we start; what is planned is given up. */
  | { readonly kind: 'no-reminders' };

/** The event of a turn that we start: a choice that no button carries. */
const DUE = 'due:';
export const dueId = (what: string, about: string, since: number): string =>
  `${DUE}${what}:${about}:${String(since)}`;
/** null: her own doing. `since`: when it was planned. */
export function readDue(event: Event): { readonly what: string; readonly since: number } | null {
  if (event.kind !== 'choice' || !event.id.startsWith(DUE)) return null;
  const [, what = '', , since] = event.id.split(':');
  return { what, since: Number(since) };
}

/** What `ask` prints and insight counts. */
export interface TurnRecord {
  readonly outcome: Outcome;
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  readonly p: number;
  readonly alternatives: readonly string[];
}

export interface Decision {
  readonly state: StoredState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly expects: Expectation | null;
  readonly record: TurnRecord;
}

/** The dialogs, plugged in by the composition. Pure. */
export interface Dialogs {
  /** What the conversation lends to understanding its next message. */
  contextOf(state: StoredState | null, expects: Expectation | null, context: TurnContext): UnderstandContext;
  decide(input: DecideInput): Decision;
}

/* ---- commit ----------------------------------------------------------------------------------- */

export interface TranscriptEntry {
  readonly id: string;
  readonly kind: 'in' | 'out';
  readonly at: number;
  /** As `JSON.stringify` takes it; the store gives it its id and timestamp. */
  readonly activity: object;
}

export interface OutboxEntry {
  readonly id: string;
  readonly account: Account;
  readonly reply: Reply;
  readonly at: number;
  /** Absent: `reply`. */
  readonly origin?: Origin;
}

/** Who started a message: it answers hers, we did, or an officer typed it. Platforms have rules for each. */
export const origins = ['reply', 'outreach', 'officer'] as const;
export type Origin = (typeof origins)[number];

export interface QuestionRow extends TurnRecord {
  readonly text: string | null;
  readonly unit: UnitCode | null;
  readonly channel: ChannelId;
  readonly release: string;
  readonly at: number;
}

/** A turn's writes, one plain value: applied whole and once, or not at all. */
export interface TurnCommit {
  readonly turn: string;
  readonly lease: Lease;
  readonly inboxId: string;
  /** null: unchanged (silent while a person owns it). */
  readonly state: StoredState | null;
  readonly expects: Expectation | null;
  readonly owner: Conversation['owner'];
  readonly lang: 'vi' | 'en';
  readonly transcript: readonly TranscriptEntry[];
  /** For channels that are sent to; empty for the portal, whose transcript is its delivery. */
  readonly outbox: readonly OutboxEntry[];
  readonly effects: readonly Effect[];
  /** Where she writes; for those who count. */
  readonly account?: Account;
  /** null for turns without a question (start, silent while a person owns it). */
  readonly question: QuestionRow | null;
  readonly at: number;
  /** Lease is given back unless more messages wait. */
  readonly release: boolean;
  /** The message could not be answered: it is put aside as failed, with an apology for a reply. */
  readonly failed?: boolean;
  /** We started the turn: she said nothing, so her last message stays the one before. */
  readonly ours?: boolean;
}

/** `fenced`: another node has moved on; nothing was written. */
export type CommitResult =
  | {
      readonly kind: 'committed';
      readonly seqs: readonly number[];
      /** As written: timestamps strictly increasing. */
      readonly rows: readonly ActivityRow[];
    }
  | { readonly kind: 'fenced' };

/** Rows of other owners that are written, or erased, inside the turn's transaction. */
export interface TurnWriter {
  write(commit: TurnCommit): readonly Statement[];
  erase(conversation: string): readonly Statement[];
}

export interface ActivityRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: 'in' | 'out';
  readonly at: number;
  /** The activity as JSON text, written once: so it lies in the row and goes over every wire. */
  readonly json: string;
}

export interface NewConversation {
  readonly id: string;
  readonly account: Account;
  readonly person: string;
  readonly at: number;
}

/** What turns need from the database. Both engines pass one contract suite. */
export interface TurnStore {
  openConversation(conversation: NewConversation): Promise<void>;
  findConversation(id: string): Promise<Conversation | null>;
  /**
   * Stores message and transcript row in one flush; the caller acknowledges when it resolves.
   * `claim`: of a worker that is free; where nothing else waits and nobody holds it, the same flush leases it.
   */
  accept(message: Inbound, claim?: Claim): Promise<Accepted>;
  /**
   * Leases the conversation that waits longest and loads it. null: nothing waits.
   * `conversation`: only that one, and only where nobody holds it: what a poke names.
   */
  take(owner: string, now: number, leaseMs: number, conversation?: string): Promise<Work | null>;
  /** The next waiting message under a lease still held. null: nothing waits, and the lease is given back. */
  next(lease: Lease, now: number): Promise<Work | null>;
  renew(lease: Lease, until: number): Promise<boolean>;
  commit(commit: TurnCommit): Promise<CommitResult>;
  /** Gives a lease back without a turn (the turn failed); the message waits on, `attempts` is counted. */
  abandon(lease: Lease, inboxId: string, retryAt: number): Promise<void>;
  activitiesAfter(conversation: string, seq: number, limit: number): Promise<readonly ActivityRow[]>;
  /** Erases a conversation with everything under it; what other owners hold is erased by their own writers. */
  forget(conversation: string): Promise<void>;
}

/** Told after a commit, so that sockets and pollers need not wait. A hint: they also look by themselves. */
export interface TranscriptHub {
  published(conversation: string, rows: readonly ActivityRow[]): void;
  subscribe(conversation: string, listener: (rows: readonly ActivityRow[]) => void): () => void;
}

/** Runs one message through the bot: understand and decide inside botbuilder's turn. */
export type RunTurn = (work: Work, release: Release, now: number) => Promise<TurnOutcome>;

export interface TurnOutcome {
  readonly decision: Decision;
  /** Rendered replies, in order, ready for the transcript. */
  readonly transcript: readonly TranscriptEntry[];
}
