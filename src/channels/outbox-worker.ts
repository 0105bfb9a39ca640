import { randomUUID } from 'node:crypto';
import { toAppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import type { Delivery, DeliveryResult, DeliveryStore, Sender } from '#turns/ports-delivery.ts';

export interface OutboxWorkerOptions {
  readonly store: DeliveryStore;
  readonly sender: Sender;
  readonly clock: () => number;
  readonly log: Logger;
  /** Replies that are sent at the same time; one conversation's leave in order. */
  readonly workers?: number;
  readonly leaseMs?: number;
  /** Tries before a reply has failed. Where the channel has a window, that ends it. */
  readonly maxAttempts?: number;
}

export interface OutboxWorker {
  start(): void;
  /** Something will be there in a moment. */
  readonly poke: () => void;
  /** Finishes what is being sent. */
  stop(): Promise<void>;
}

const IDLE_MS = 1000;
const EAGER_MS = 30;
/** How long after a poke its reply is looked for closely. */
const EAGER_FOR_MS = 3000;

/** Sends a push channel's replies from the outbox. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { store, sender, clock, log, workers = 4, leaseMs = 60_000, maxAttempts = 6 } = options;
  const channel = sender.descriptor.id;
  const state = { running: false, eagerUntil: 0 };
  const sleepers = new Set<() => void>();
  let loops: readonly Promise<void>[] = [];

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });
  const wakeAll = (): void => {
    for (const wake of sleepers) wake();
  };

  const sendNext = async (owner: string): Promise<boolean> => {
    const delivery = await store.takeDelivery(owner, channel, clock(), leaseMs);
    if (delivery === null) return false;
    const result = limited(delivery, await sender.send(delivery), maxAttempts);
    if (result.kind !== 'sent')
      log.warn({ delivery: delivery.id, channel, result: result.kind }, 'A reply was not sent');
    await store.settleDelivery(delivery, result, clock());
    return true;
  };

  const loop = async (owner: string): Promise<void> => {
    while (state.running) {
      let sent = false;
      try {
        sent = await sendNext(owner);
      } catch (thrown) {
        log.error({ channel, code: toAppError(thrown).code }, 'The outbox could not be worked on');
      }
      if (!sent && state.running) await sleep(clock() < state.eagerUntil ? EAGER_MS : IDLE_MS);
    }
  };

  return {
    start() {
      if (state.running) return;
      state.running = true;
      const name = `${process.pid}-${randomUUID()}`;
      loops = Array.from({ length: workers }, (_, index) => loop(`${name}-${index}`));
    },
    poke() {
      state.eagerUntil = clock() + EAGER_FOR_MS;
      wakeAll();
    },
    async stop() {
      state.running = false;
      wakeAll();
      await Promise.all(loops);
    },
  };
}

/** What was tried often enough has failed. */
function limited({ attempts }: Delivery, result: DeliveryResult, maxAttempts: number): DeliveryResult {
  return result.kind === 'retry' && attempts >= maxAttempts ? { kind: 'failed', why: result.why } : result;
}
