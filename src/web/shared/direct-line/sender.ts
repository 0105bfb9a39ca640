import type { Api, Outgoing, Result } from './api.ts';
import type { Keeper } from './keeper.ts';
import type { Sessions } from './sessions.ts';
import { backOff, type Waiter } from './waiter.ts';

/**
 * `sending`, `waiting` (will be tried again by itself), `accepted` (stored, echo is on its way), `sent` (echoed),
 * `failed` (given up for now, she can retry), `refused` and `too-long` (the server will never take it).
 */
export type Delivery = 'sending' | 'waiting' | 'accepted' | 'sent' | 'failed' | 'refused' | 'too-long';

const attemptsBeforeFailed = 6;

/** Sends one message after the other, each until the server has it; order is kept, nothing is doubled. */
export interface Sender {
  readonly send: (message: Outgoing) => void;
  /** Begins to send. Before this, messages only queue: the history may hold their echoes. */
  readonly open: () => void;
  /** Its echo was seen. */
  readonly echoed: (clientId: string) => void;
  /** Tries everything that waits or failed once more: the line works again, or she asked for it. */
  readonly flush: () => void;
  readonly forget: (clientId: string) => void;
  /** Sends and says nothing more. */
  readonly stop: () => void;
}

export function createSender(parts: {
  readonly api: Api;
  readonly sessions: Sessions;
  readonly keeper: Keeper;
  readonly waiter: Waiter;
  readonly onDelivery: (message: Outgoing, delivery: Delivery) => void;
}): Sender {
  const { api, sessions, keeper, waiter, onDelivery } = parts;
  const queue: Outgoing[] = [];
  const echoes = new Set<string>();
  let pumping = false;
  let isOpen = false;

  const pump = async () => {
    if (pumping || !isOpen) return;
    pumping = true;
    for (let message = queue[0]; message !== undefined; message = queue[0]) {
      const delivery = await deliver(message);
      if (delivery === 'failed') break;
      remove(message.clientId);
    }
    pumping = false;
  };

  const deliver = async (message: Outgoing): Promise<Delivery> => {
    const say = (delivery: Delivery) => {
      if (!echoes.has(message.clientId)) onDelivery(message, delivery);
      return delivery;
    };
    say('sending');
    for (let attempt = 0; attempt < attemptsBeforeFailed; attempt++) {
      if (echoes.has(message.clientId) || !queue.includes(message)) return 'sent';
      const result = await post(message);
      if (result.kind === 'ok') return say('accepted');
      if (result.kind === 'rejected') {
        keeper.dropUnsent(message.clientId);
        return say(result.status === 413 ? 'too-long' : 'refused');
      }
      // An expired token or a lost conversation is mended by now: once more at once.
      if (result.kind !== 'later') continue;
      say('waiting');
      await waiter.wait(result.waitMs ?? backOff(attempt));
    }
    return say('failed');
  };

  const post = async (message: Outgoing): Promise<Result<object>> => {
    const session = await sessions.current();
    if (session.kind !== 'ok') return session;
    const result = await api.post(session.value, message);
    if (result.kind === 'expired') {
      const renewed = await sessions.renew(session.value);
      return renewed.kind === 'ok' ? result : renewed;
    }
    if (result.kind === 'gone') sessions.lose(session.value);
    return result;
  };

  const remove = (clientId: string) => {
    const index = queue.findIndex((message) => message.clientId === clientId);
    if (index >= 0) queue.splice(index, 1);
  };

  return {
    send: (message) => {
      keeper.keepUnsent(message);
      queue.push(message);
      onDelivery(message, 'sending');
      void pump();
    },
    open: () => {
      isOpen = true;
      void pump();
    },
    echoed: (clientId) => {
      echoes.add(clientId);
      keeper.dropUnsent(clientId);
      remove(clientId);
    },
    flush: () => {
      waiter.wake();
      void pump();
    },
    forget: (clientId) => {
      keeper.dropUnsent(clientId);
      remove(clientId);
    },
    stop: () => {
      isOpen = false;
      queue.length = 0;
    },
  };
}
