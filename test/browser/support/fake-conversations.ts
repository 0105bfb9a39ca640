import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Json } from '#root/json.ts';
import type { Reply } from '#replies/reply.ts';

/** What a bot says to a message or a tapped choice; `null` text: the greeting. Plain strings are other bots' text. */
export type Script = (text: string | null, choice: string | null) => readonly (Reply | PlainReply)[];

export interface PlainReply {
  readonly plain: string;
  readonly actions?: readonly string[];
}

export type StoredActivity = { readonly [key: string]: Json };

export interface FakeConversation {
  readonly id: string;
  readonly activities: StoredActivity[];
  readonly news: EventEmitter;
  started: boolean;
}

/** Conversations of the fake server: activities in order, one watermark each, echo before reply. */
export function createConversations(script: Script) {
  const known = new Map<string, FakeConversation>();
  let clock = Date.now();
  const behaviour = { replyAfterMs: 20 };

  const add = (conversation: FakeConversation, activity: Record<string, Json>) => {
    clock = Math.max(clock + 1, Date.now());
    const id = `${conversation.id}|${String(conversation.activities.length + 1).padStart(7, '0')}`;
    const stored = {
      ...activity,
      id,
      timestamp: new Date(clock).toISOString(),
      conversation: { id: conversation.id },
    };
    conversation.activities.push(stored);
    conversation.news.emit('activity', stored, String(conversation.activities.length));
    return id;
  };

  const reply = (conversation: FakeConversation, text: string | null, choice: string | null) => {
    conversation.news.emit('activity', { type: 'typing', from: { id: 'bot', role: 'bot' } }, null);
    setTimeout(() => {
      for (const said of script(text, choice)) add(conversation, fromBot(said));
    }, behaviour.replyAfterMs);
  };

  return {
    behaviour,
    known,
    open(): FakeConversation {
      const conversation = { id: randomUUID(), activities: [], news: new EventEmitter(), started: false };
      conversation.news.setMaxListeners(50);
      known.set(conversation.id, conversation);
      return conversation;
    },
    greet(conversation: FakeConversation) {
      if (conversation.started) return;
      conversation.started = true;
      reply(conversation, null, null);
    },
    /** Takes a message once: a second one with the same clientActivityID is answered as the first. */
    accept(conversation: FakeConversation, activity: Record<string, Json>): string {
      const clientId = clientIdOf(activity);
      const before = conversation.activities.find((old) => clientId !== null && clientIdOf(old) === clientId);
      if (before !== undefined) return textIn(before, 'id') ?? '';
      const id = add(conversation, { ...activity, from: { id: 'dl_resident', role: 'user' } });
      reply(conversation, textIn(activity, 'text') ?? '', textIn(activity['value'], 'choice'));
      return id;
    },
    /** The bot speaks by itself. */
    say(conversation: FakeConversation, said: Reply | PlainReply) {
      add(conversation, fromBot(said));
    },
  };
}

const clientIdOf = (activity: StoredActivity) => textIn(activity['channelData'], 'clientActivityID');

export function textIn(value: Json | undefined, key: string): string | null {
  const found = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []).get(key);
  return typeof found === 'string' ? found : null;
}

function fromBot(said: Reply | PlainReply): Record<string, Json> {
  const from = { id: 'bot', name: 'Trợ lý', role: 'bot' };
  if ('plain' in said) {
    const actions = (said.actions ?? []).map((title) => ({ type: 'imBack', title, value: title }));
    return { type: 'message', from, text: said.plain, suggestedActions: { actions } };
  }
  const text = said.blocks.map((block) => ('text' in block ? block.text : block.kind)).join('\n');
  const reply = JSON.parse(JSON.stringify(said)) as Json;
  return { type: 'message', from, text, channelData: { reply } };
}
