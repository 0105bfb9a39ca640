import { randomUUID } from 'node:crypto';
import type { Claim, TranscriptHub, TurnStore, Work } from './ports.ts';
import { causeOf, createMessageRun, type MessageRunOptions } from './run-message.ts';

export interface TurnRunnerOptions extends MessageRunOptions {
  readonly store: Pick<TurnStore, 'take' | 'next' | 'renew' | 'commit' | 'abandon'>;
  readonly hub: TranscriptHub;
  /** Turns of different conversations at the same time. */
  readonly workers: number;
  readonly leaseMs?: number;
  /** How often to look for what no poke told: messages of other processes, leases that ran out. */
  readonly pollMs?: number;
}

export interface ReservedWorker {
  readonly claim: Claim;
  /** Must be called: with what was leased by the claim, or null to let the worker go. */
  begin(work: Work | null): void;
}

export interface TurnRunner {
  start(): void;
  /** Something waits: in this conversation, or somewhere. */
  poke(conversation?: string): void;
  /** A worker that waits, kept for the message that is about to be stored in this conversation. null: none is free. */
  reserve(conversation: string): ReservedWorker | null;
  /** Takes nothing more; resolves when the turns in hand are finished. */
  stop(): Promise<void>;
}

/** Takes messages that wait and runs their turns: one at a time per conversation, in parallel across them. */
export function createTurnRunner(options: TurnRunnerOptions): TurnRunner {
  const { store, hub, clock, log, leaseMs = 30_000, pollMs = 1000 } = options;
  const runMessage = createMessageRun(options);

  /** Conversations known to wait, in the order of their pokes. */
  const hints = new Set<string>();
  /** Conversations in hand; true: another message came meanwhile. */
  const inHand = new Map<string, boolean>();
  const leases = new Set<Work['lease']>();
  const timers: NodeJS.Timeout[] = [];
  const state = { running: false, look: false, looking: false };
  /** Workers with nothing to do; told to look, or what to do. */
  let idle: { readonly owner: string; readonly go: (work: Work | null) => void }[] = [];
  let loops: readonly Promise<void>[] = [];

  const wake = (): void => idle.shift()?.go(null);

  function poke(conversation?: string): void {
    if (conversation !== undefined && inHand.has(conversation)) {
      inHand.set(conversation, true);
      return;
    }
    if (conversation === undefined) state.look = true;
    else hints.add(conversation);
    wake();
  }

  function reserve(conversation: string): ReservedWorker | null {
    if (!state.running || inHand.has(conversation) || hints.has(conversation)) return null;
    const worker = idle.pop();
    if (worker === undefined) return null;
    inHand.set(conversation, false);
    return {
      claim: { owner: worker.owner, now: clock(), leaseMs },
      begin(work) {
        if (work === null) putDown(conversation);
        worker.go(work);
      },
    };
  }

  function putDown(conversation: string): void {
    const again = inHand.get(conversation) === true;
    inHand.delete(conversation);
    if (again) poke(conversation);
  }

  /** The oldest message of a conversation that a poke named. */
  async function takeHinted(owner: string, hint: string): Promise<Work | null> {
    hints.delete(hint);
    // In hand before the store answers: a poke meanwhile must not send a second worker.
    inHand.set(hint, false);
    let work: Work | null = null;
    try {
      work = await store.take(owner, clock(), leaseMs, hint);
    } finally {
      if (work === null) putDown(hint);
    }
    return work;
  }

  /** The oldest message of all. One worker looks at a time; where it finds something, the next one looks too. */
  async function takeAny(owner: string): Promise<Work | null> {
    state.look = false;
    state.looking = true;
    try {
      const work = await store.take(owner, clock(), leaseMs);
      if (work !== null) {
        inHand.set(work.lease.conversation, false);
        state.look = true;
      }
      return work;
    } finally {
      state.looking = false;
      if (state.look) wake();
    }
  }

  /** All that waits in one conversation, under one lease. */
  async function workOn(first: Work): Promise<void> {
    const { conversation } = first.lease;
    leases.add(first.lease);
    try {
      for (let work: Work | null = first; work !== null;) {
        const { more } = work;
        const ran = await runMessage(work, () => !keepsLease(conversation, more));
        if (ran.kind === 'committed') hub.published(conversation, ran.rows);
        if (ran.kind === 'failed' && state.running) {
          setTimeout(() => poke(conversation), ran.retryMs + 1).unref();
        }
        const goOn = ran.kind === 'committed' && ran.leaseHeld;
        work = goOn ? await store.next(work.lease, clock()) : null;
      }
    } finally {
      leases.delete(first.lease);
      putDown(conversation);
    }
  }

  function keepsLease(conversation: string, more: boolean): boolean {
    const keep = state.running && (more || inHand.get(conversation) === true);
    // What came meanwhile is found by `next` under the lease that is kept.
    if (keep) inHand.set(conversation, false);
    return keep;
  }

  async function loop(owner: string): Promise<void> {
    while (state.running) {
      try {
        const [hint] = hints;
        let work: Work | null;
        if (hint !== undefined) work = await takeHinted(owner, hint);
        else if (state.look && !state.looking) work = await takeAny(owner);
        else work = await new Promise((go) => idle.push({ owner, go }));
        if (work !== null) await workOn(work);
      } catch (thrown) {
        // The database is away: leases end by themselves, and the next look takes the messages again.
        log.error(causeOf(thrown), 'A worker could not go on');
      }
    }
  }

  function renewAll(): void {
    const until = clock() + leaseMs;
    for (const lease of leases) {
      store.renew(lease, until).catch((thrown: unknown) => {
        log.warn(causeOf(thrown), 'A lease could not be renewed');
      });
    }
  }

  return {
    poke,
    reserve,
    start() {
      if (state.running) return;
      state.running = true;
      const name = `${process.pid}-${randomUUID()}`;
      loops = Array.from({ length: options.workers }, (_, index) => loop(`${name}-${index}`));
      timers.push(
        setInterval(() => poke(), pollMs),
        setInterval(renewAll, leaseMs / 3),
      );
      poke();
    },
    async stop() {
      state.running = false;
      const waiting = idle;
      idle = [];
      for (const { go } of waiting) go(null);
      await Promise.all(loops);
      for (const timer of timers.splice(0)) clearInterval(timer);
    },
  };
}
