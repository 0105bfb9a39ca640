import { createApi, type Outgoing, type Session } from '../shared/direct-line/api.ts';
import { connectDirectLine, type Connection, type DirectLine } from '../shared/direct-line/client.ts';
import { isRecord } from '../shared/guard.ts';
import { http } from '../shared/direct-line/http.ts';
import type { Memory } from './memory.ts';
import { withActivities, withDelivery, type Message } from './messages.ts';
import { lang, words } from './words.ts';

/** What the page shows. A new value at every change. */
export interface ChatState {
  readonly messages: readonly Message[];
  readonly connection: Connection;
  /** The bot is at work on an answer. */
  readonly typing: boolean;
}

export interface Conversation {
  readonly state: () => ChatState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly say: (text: string, choice?: string | null) => void;
  readonly retry: () => void;
  /** Takes back a message that the server refused, to be written anew. */
  readonly takeBack: (key: string) => void;
  readonly startOver: () => void;
}

const typingForMs = 20_000;

/** The conversation of this page: joins memory, Direct Line and the list of messages. */
export function openConversation(memory: Memory, unit: string | null): Conversation {
  const listeners = new Set<() => void>();
  const api = createApi(http, '', () => (lang === 'en' ? 'en' : 'vi-VN'));
  let state: ChatState = { messages: [], connection: 'connecting', typing: false };
  let typingTimer: ReturnType<typeof setTimeout> | undefined;

  const change = (next: Partial<ChatState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const setTyping = (typing: boolean) => {
    clearTimeout(typingTimer);
    if (typing) typingTimer = setTimeout(() => change({ typing: false }), typingForMs);
    return typing;
  };

  /** Best effort: offline it stays there, and she begins anew all the same. */
  const eraseThere = async (session: Session) => {
    const erased = await api.erase(session);
    if (erased.kind !== 'expired') return;
    const fresh = await api.open(unit, session);
    if (fresh.kind === 'ok' && fresh.value.conversationId === session.conversationId)
      await api.erase(fresh.value);
  };

  const connect = (): DirectLine =>
    connectDirectLine(api, memory, unit, {
      onActivities: (activities, history) => {
        let { typing } = state;
        for (const activity of activities) {
          if (activity.mine) typing = setTyping(!history);
          else if (activity.type === 'typing') typing = setTyping(true);
          else if (activity.type === 'message') typing = setTyping(false);
        }
        if (!history && activities.some(({ channelData }) => isErased(channelData['reply'])))
          memory.forgetCase();
        change({ messages: withActivities(state.messages, activities, history), typing });
      },
      onDelivery: (message, delivery) =>
        change({ messages: withDelivery(state.messages, message, delivery) }),
      onConnection: (connection) => change({ connection }),
      onNewConversation: (why) => change({ messages: afterLoss(state.messages, why), typing: false }),
    });
  let line = connect();
  memory.onSessionChange(() => line.sharedMemoryChanged());

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (text, choice = null) => {
      const message: Outgoing = { clientId: newId(), text, choice, at: Date.now() };
      line.send(message);
    },
    retry: () => line.retry(),
    takeBack: (key) => {
      line.forget(key);
      change({ messages: state.messages.filter((message) => message.key !== key) });
    },
    startOver: () => {
      line.stop();
      const session = memory.session();
      if (session?.started === true) void eraseThere(session);
      memory.forget();
      setTyping(false);
      change({ messages: [], connection: 'connecting', typing: false });
      line = connect();
    },
  };
}

const isErased = (reply: unknown): boolean => isRecord(reply) && reply['erased'] === true;

/** What was said stays readable; a line tells that it goes on anew. Another tab's conversation shows itself alone. */
function afterLoss(messages: readonly Message[], why: 'lost' | 'other-tab'): readonly Message[] {
  const unsent = messages.filter((message) => message.kind === 'mine' && message.delivery !== 'sent');
  if (why === 'other-tab') return unsent;
  const said = messages.filter((message) => !unsent.includes(message) && message.kind !== 'note');
  const timestamp = said[said.length - 1]?.timestamp ?? '0';
  return [...said, { kind: 'note', key: 'lost', text: words.note.lost, timestamp }, ...unsent];
}

/** Not crypto.randomUUID: that exists only on https pages. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
