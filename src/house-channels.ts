import { z } from 'zod';
import type { Inlet } from '#channels/inlet.ts';
import { createOutboxWorker } from '#channels/outbox-worker.ts';
import { createAlarms, type Alarm } from '#channels/push/alarms.ts';
import { piecesOf } from '#channels/push/pieces.ts';
import { createTakeover, GIVE_BACK } from '#channels/push/takeover.ts';
import { createMessenger } from '#channels/messenger/messenger.ts';
import { createZalo } from '#channels/zalo/zalo.ts';
import type { Route } from '#http/route.ts';
import type { PlanCount } from '#outreach/repository.ts';
import type { Release } from '#knowledge/release.ts';
import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import { say } from '#replies/wording.ts';
import type { Database } from '#store/database.ts';
import { createTokenStore } from '#tokens/repository.ts';
import type { PiecesOf } from '#turns/commit.ts';
import type { Account, ChannelId } from '#turns/ports.ts';
import type { DeliveryStore, QueueHealth, Sender } from '#turns/ports-delivery.ts';
import { createPushStore } from '#turns/push-store.ts';
import { createJobQueue, type Job } from '#work/repository.ts';
import { createWork } from '#work/scheduler.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { pushDescriptorOf } from './house-accounts.ts';
import type { Logger } from './logging.ts';

export interface PushChannels {
  readonly routes: readonly Route[];
  /** A reply may stand in the outbox in a moment. */
  readonly poke: () => void;
  /** Of the channels that are configured. */
  readonly health: () => Promise<readonly ChannelHealth[]>;
  start(): void;
  stop(): Promise<void>;
}

export interface ChannelHealth extends QueueHealth {
  readonly channel: ChannelId;
  readonly alarms: readonly Alarm[];
}

const pauseSchema = z.object({ conversation: z.string(), until: z.number() });
const MINUTE = 60_000;
/** Five minutes apart, more tries than any window has: an outage of hours loses nothing. */
const UNTIL_THE_WINDOW_CLOSES = 1000;
/** What was held is tried again this often: an operator may have mended its channel without telling us. */
const TRY_HELD = 'try-held';

/** Zalo and Messenger, as far as they are configured: webhooks, senders, and the jobs that go with them. */
export function createPushChannels(options: {
  readonly config: Config;
  readonly database: Database;
  readonly sealKey: string;
  readonly store: DeliveryStore;
  readonly inlet: Inlet;
  /** She left the account: nothing that we start goes there any more. */
  readonly left: (conversation: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}): PushChannels {
  const { config, database, sealKey, store, clock, log } = options;
  const alarms = createAlarms({ clock, log });
  const pushStore = createPushStore({ database, sealKey, textOf: renderText });
  const queue = createJobQueue(database);
  const inlet: Inlet = {
    ...options.inlet,
    receive: async (inbound) => {
      const accepted = await options.inlet.receive(inbound);
      poke();
      return accepted;
    },
  };
  const takeover = createTakeover({
    store: pushStore,
    inlet,
    enqueue: (job, now) => queue.enqueue(job, now),
    pauseMs: config.personPauseMs,
    left: options.left,
  });
  const shared = { inlet, takeover, alarms, clock, log, sealKey, publicUrl: config.publicUrl };

  const routes: Route[] = [];
  const senders: Sender[] = [];
  const accounts: { readonly channel: ChannelId; readonly id: string }[] = [];
  const release = async (channel: ChannelId, account: string): Promise<void> => {
    if ((await pushStore.release(channel, account)) > 0) poke();
  };

  if (config.zalo !== null) {
    const zalo = createZalo({
      ...shared,
      settings: config.zalo,
      tokenStore: createTokenStore({ database, sealKey }),
      release: (oa) => release('zalo', oa),
    });
    routes.push(...zalo.routes);
    senders.push(zalo.sender);
    accounts.push(...[...config.zalo.accounts.keys()].map((id) => ({ channel: 'zalo' as const, id })));
  }

  if (config.messenger !== null) {
    const messenger = createMessenger({ ...shared, settings: config.messenger });
    routes.push(...messenger.routes);
    senders.push(messenger.sender);
    accounts.push(...[...config.messenger.pages.keys()].map((id) => ({ channel: 'messenger' as const, id })));
  }

  const workers = senders.map((sender) =>
    createOutboxWorker({ store, sender, clock, log, maxAttempts: UNTIL_THE_WINDOW_CLOSES }),
  );
  function poke(): void {
    for (const worker of workers) worker.poke();
  }

  const work = createWork({
    queue,
    clock,
    log,
    schedules: [{ kind: TRY_HELD, everyMs: 10 * MINUTE, payload: null }],
    handlers: new Map<string, (job: Job) => Promise<void>>([
      [GIVE_BACK, (job) => giveBack(job)],
      [
        TRY_HELD,
        async () => void (await Promise.all(accounts.map(({ channel, id }) => release(channel, id)))),
      ],
    ]),
  });

  async function giveBack({ payload }: Job): Promise<void> {
    const { conversation, until } = pauseSchema.parse(payload);
    await pushStore.giveBack(conversation, until);
  }

  return {
    routes,
    poke,
    health: () =>
      Promise.all(
        senders.map(async ({ descriptor: { id } }) => ({
          channel: id,
          ...(await pushStore.health(id, clock())),
          alarms: alarms.list().filter(({ channel }) => channel === id),
        })),
      ),
    start() {
      for (const worker of workers) worker.start();
      if (senders.length > 0) work.start();
    },
    async stop() {
      await Promise.all([...workers.map((worker) => worker.stop()), work.stop()]);
    },
  };
}

/** A reply as the messages of its channel; channels without limits of ours take it whole. */
export function piecesFor(release: () => Release): PiecesOf {
  return (reply: Reply, account: Account, lang) => {
    const descriptor = pushDescriptorOf(account);
    if (descriptor === null) return [reply];
    return piecesOf(reply, descriptor.limits, say(release().wording, 'list.by-number', [], lang));
  };
}

/** Messages that we start, as anybody may see them: how many wait, and how many something stands in the way of. */
export function plansOf(counts: readonly PlanCount[]): { readonly planned: number; readonly held: number } {
  const sum = (wanted: string): number =>
    counts.reduce((total, { status, count }) => total + (status === wanted ? count : 0), 0);
  return { planned: sum('planned'), held: sum('held') };
}

/** What anybody may see of a channel: whether it works, no account and no reason. */
export const stateOf = ({ channel, open, held, alarms }: ChannelHealth) => ({
  channel,
  state: alarms.length === 0 ? ('ok' as const) : ('alarm' as const),
  open,
  held,
});
