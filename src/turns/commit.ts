import { newId } from '#root/ids.ts';
import type { Reply } from '#replies/reply.ts';
import {
  readDue,
  type Account,
  type Conversation,
  type Decision,
  type OutboxEntry,
  type QuestionRow,
  type TurnCommit,
  type TurnOutcome,
  type Work,
} from './ports.ts';
import { wordsOf } from './understand.ts';

export interface CommitContext {
  readonly work: Work;
  readonly now: number;
  /** Hash of the release that answered. */
  readonly release: string;
  /** False: more messages wait, the lease is kept. */
  readonly giveBack: boolean;
  readonly delivery: (account: Account) => 'pull' | 'push';
  /** A reply as the messages that its channel can send one by one; absent: as it is. */
  readonly pieces?: PiecesOf;
}

export type PiecesOf = (reply: Reply, account: Account, lang: Conversation['lang']) => readonly Reply[];

/** Last stage of a turn: everything that it leaves behind as one plain value. */
export function turnCommit(outcome: TurnOutcome, context: CommitContext): TurnCommit {
  const { work, now } = context;
  const { decision } = outcome;
  return {
    ...unanswered(context),
    state: decision.state,
    expects: decision.expects,
    owner: work.conversation.owner === 'closed' ? 'bot' : work.conversation.owner,
    lang: languageOf(decision, work.conversation),
    transcript: outcome.transcript,
    outbox: outboxOf(decision, context),
    effects: decision.effects,
    question: questionOf(decision, context),
    at: now,
  };
}

/** A turn without a reply: a person owns the conversation, or nothing can be said. */
export function unanswered({ work, now, giveBack }: CommitContext): TurnCommit {
  const { expects, owner, lang } = work.conversation;
  return {
    turn: newId(now),
    lease: work.lease,
    inboxId: work.message.inboxId,
    state: null,
    expects,
    owner,
    lang,
    transcript: [],
    outbox: [],
    effects: [],
    account: work.conversation.account,
    question: null,
    at: now,
    release: giveBack,
    ...(readDue(work.message.event) === null ? {} : { ours: true }),
  };
}

function languageOf(decision: Decision, { lang }: Conversation): Conversation['lang'] {
  return decision.effects.reduce((now, effect) => (effect.kind === 'lang' ? effect.lang : now), lang);
}

function outboxOf(decision: Decision, context: CommitContext): readonly OutboxEntry[] {
  const { work, now, delivery, pieces } = context;
  const { account } = work.conversation;
  if (delivery(account) === 'pull') return [];
  const lang = languageOf(decision, work.conversation);
  const origin = readDue(work.message.event) === null ? 'reply' : 'outreach';
  return decision.replies
    .flatMap((reply) => pieces?.(reply, account, lang) ?? [reply])
    .map((reply) => ({ id: newId(now), account, reply, at: now, origin }));
}

function questionOf({ record }: Decision, { work, now, release }: CommitContext): QuestionRow | null {
  const { event } = work.message;
  if (event.kind === 'start' || readDue(event) !== null) return null;
  const { account } = work.conversation;
  return {
    ...record,
    text: wordsOf(event),
    unit: account.homeUnit,
    channel: account.channel,
    release,
    at: now,
  };
}
