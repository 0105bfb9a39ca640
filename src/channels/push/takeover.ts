import type { Json } from '#root/json.ts';
import type { Account } from '#turns/ports.ts';
import type { Echo, PushStore } from '#turns/ports-delivery.ts';
import type { Inlet } from '../inlet.ts';

export interface EchoSeen extends Echo {
  /** The platform says that a person typed it. null: it does not say. */
  readonly byPerson: boolean | null;
}

/** What a platform tells of its own inbox: our sends that arrived, officers who write there, people who leave. */
export interface Takeover {
  echoed(account: Account, person: string, echo: EchoSeen): Promise<void>;
  /** The platform's inbox has the conversation now, or gives it back. */
  owned(account: Account, person: string, by: 'person' | 'bot'): Promise<void>;
  withdrawn(account: Account, person: string): Promise<void>;
  /** She does not follow the account any more. */
  left(account: Account, person: string): Promise<void>;
}

interface Job {
  readonly kind: string;
  readonly key: string;
  readonly payload: Json;
  readonly at: number;
}

export interface TakeoverOptions {
  readonly store: PushStore;
  readonly inlet: Inlet;
  readonly enqueue: (job: Job, now: number) => Promise<boolean>;
  /** How long after a person's last message the bot answers again. */
  readonly pauseMs: number;
  /** Nothing that we start goes to that conversation any more. */
  readonly left: (conversation: string) => Promise<void>;
}

export const GIVE_BACK = 'give-back';

export function createTakeover({ store, inlet, enqueue, pauseMs, left }: TakeoverOptions): Takeover {
  /** Each of the person's messages puts the end off: the job of the latest one alone gives back. */
  async function pause(account: Account, person: string): Promise<void> {
    const now = inlet.clock();
    const until = now + pauseMs;
    const conversation = await store.setOwner(account, person, 'person', until);
    if (conversation === null) return;
    const key = `${conversation} ${String(until)}`;
    await enqueue({ kind: GIVE_BACK, key, payload: { conversation, until }, at: until }, now);
  }

  return {
    async echoed(account, person, echo) {
      if (await store.echoed(account, person, echo, inlet.clock())) return;
      if (echo.byPerson !== false) await pause(account, person);
    },
    async owned(account, person, by) {
      if (by === 'person') await pause(account, person);
      else await store.setOwner(account, person, 'bot');
    },
    async withdrawn(account, person) {
      const conversation = await store.conversationOf(account, person);
      if (conversation !== null) await inlet.store.forget(conversation);
    },
    async left(account, person) {
      const conversation = await store.conversationOf(account, person);
      if (conversation !== null) await left(conversation);
    },
  };
}
