import type { Block, Choice } from '#replies/reply.ts';
import type { Activity } from '../shared/direct-line/activity.ts';
import type { Outgoing } from '../shared/direct-line/api.ts';
import type { Delivery } from '../shared/direct-line/sender.ts';
import { readReply } from './read-reply.ts';

/** A button under a message, and what tapping it sends. */
export interface Offer {
  readonly title: string;
  readonly style: Choice['style'];
  readonly text: string;
  readonly choice: string | null;
}

export interface MyMessage {
  readonly kind: 'mine';
  /** Stays the same from typing to echo, so that nothing flickers. */
  readonly key: string;
  readonly clientId: string | null;
  readonly text: string;
  readonly choice: string | null;
  readonly delivery: Delivery;
  /** Server clock; '' while it is only here. */
  readonly timestamp: string;
}

export interface BotMessage {
  readonly kind: 'bot';
  readonly key: string;
  readonly blocks: readonly Block[];
  readonly offers: readonly Offer[];
  /** Lock keys of the facts told in it. */
  readonly facts: readonly string[];
  /** null: another bot's, which does not say. */
  readonly lang: 'vi' | 'en' | null;
  /** Nothing before it is kept any more. */
  readonly erased: boolean;
  readonly timestamp: string;
  /** Was here before the page was opened: not announced. */
  readonly history: boolean;
}

export interface Note {
  readonly kind: 'note';
  readonly key: string;
  readonly text: string;
  readonly timestamp: string;
}

export type Message = MyMessage | BotMessage | Note;

/** Puts what the server says into the list: in its order, the same id replaced, our own unsent ones last. */
export function withActivities(
  messages: readonly Message[],
  activities: readonly Activity[],
  history: boolean,
): readonly Message[] {
  let next = [...messages];
  for (const activity of activities) {
    const message = fromActivity(activity, history);
    if (message === null) continue;
    if (message.kind === 'bot' && message.erased) next = next.filter(isUnsent);
    next = insert(next, message);
  }
  return next;
}

export function withDelivery(
  messages: readonly Message[],
  outgoing: Outgoing,
  delivery: Delivery,
): readonly Message[] {
  const known = messages.some((message) => message.key === outgoing.clientId);
  const message: MyMessage = {
    kind: 'mine',
    key: outgoing.clientId,
    clientId: outgoing.clientId,
    text: outgoing.text,
    choice: outgoing.choice,
    delivery,
    timestamp: '',
  };
  if (!known) return [...messages, message];
  // An echo that was faster than the answer to the sending stands.
  return messages.map((old) =>
    old.key === message.key && old.kind === 'mine' && old.delivery !== 'sent' ? message : old,
  );
}

const isUnsent = (message: Message) => message.kind === 'mine' && message.delivery !== 'sent';

function insert(messages: readonly Message[], message: Message): Message[] {
  const rest = messages.filter((old) => old.key !== message.key);
  // Almost always at the end; a late one goes to its place by the server's clock.
  let index = rest.length;
  while (index > 0 && comesAfter(rest[index - 1], message)) index--;
  rest.splice(index, 0, message);
  return rest;
}

const comesAfter = (old: Message | undefined, message: Message) =>
  old !== undefined && (old.timestamp === '' || old.timestamp > message.timestamp);

function fromActivity(activity: Activity, history: boolean): Message | null {
  if (activity.type !== 'message') return null;
  const { id, timestamp, text } = activity;
  if (activity.mine) {
    const { clientId } = activity;
    return { kind: 'mine', key: clientId ?? id, clientId, text, choice: null, delivery: 'sent', timestamp };
  }
  const reply = readReply(activity.channelData['reply']);
  if (reply !== null) {
    const offers = reply.choices.map(({ id: choice, title, style }) => ({
      title,
      style,
      text: title,
      choice,
    }));
    const { blocks, facts, lang = 'vi', erased = false } = reply;
    return { kind: 'bot', key: id, blocks, offers, facts, lang, erased, timestamp, history };
  }
  const offers = activity.actions.map(({ title, value }) => ({
    title,
    style: 'normal' as const,
    text: value,
    choice: null,
  }));
  if (text === '' && offers.length === 0) return null;
  const blocks: Block[] = text === '' ? [] : [{ kind: 'text', text }];
  return { kind: 'bot', key: id, blocks, offers, facts: [], lang: null, erased: false, timestamp, history };
}
