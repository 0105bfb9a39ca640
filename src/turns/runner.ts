import { randomUUID } from 'node:crypto';
import type { Release } from '#knowledge/release.ts';
import type { Clock } from '#root/clock.ts';
import { toAppError } from '#root/errors.ts';
import { turnCommit, unanswered, type CommitContext } from './commit.ts';
import {
  MAX_ATTEMPTS,
  type Account,
  type RunTurn,
  type TranscriptHub,
  type TurnCommit,
  type TurnOutcome,
  type TurnStore,
  type Work,
} from './ports.ts';
import { route } from './route.ts';

/** What the runner tells operators. Never the words of residents. */
export interface RunnerLog {
  warn(fields: Readonly<Record<string, string | number>>, text: string): void;
  error(fields: Readonly<Record<string, string | number>>, text: string): void;
}

export interface TurnRunnerOptions {
  readonly store: Pick<TurnStore, 'take' | 'next' | 'renew' | 'commit' | 'abandon'>;
  readonly runTurn: RunTurn;
  readonly release: () => Release;
  readonly hub: TranscriptHub;
  /** Turns of different conversations at the same time. */
  readonly workers: number;
  readonly clock: Clock;
  readonly log: RunnerLog;
  /** The apology for a message whose turns failed `MAX_ATTEMPTS` times. Without it, or when it throws, nothing is said. */
  readonly onPoison?: (work: Work, release: Release, now: number) => Promise<TurnOutcome>;
  /** `pull` where the transcript is the delivery. */
  readonly delivery?: (account: Account) => 'pull' | 'push';
  readonly leaseMs?: number;
  readonly pollMs?: number;
  /** A turn that takes longer has failed. */
  readonly turnMs?: number;
}

export interface TurnRunner {
  start(): void;
  /** Something waits: in this conversation, or somewhere. */
  poke(conversation?: string): void;
  /** Takes nothing more; resolves when the turns in hand are finished. */
  stop(): Promise<void>;
}

const pulled = new Set(['portal', 'terminal']);

/** Longer after each failure: 0.5, 1, 2, 4 s. */
const retryDelay = (attempts: number): number => 500 * 2 ** Math.min(attempts, 6);

/** Takes messages that wait and runs their turns: one at a time per conversation, in parallel across them. */
export function createTurnRunner(options: TurnRunnerOptions): TurnRunner {
  const { store, hub, clock, log, leaseMs = 30_000, pollMs = 1000, turnMs = 60_000 } = options;
  const delivery =
    options.delivery ?? ((account: Account) => (pulled.has(account.channel) ? 'pull' : 'push'));

  /** Conversations known to wait, in the order of their pokes. */
  const hints = new Set<string>();
  /** Conversations in hand; true: another message came meanwhile. */
  const inHand = new Map<string, boolean>();
  const leases = new Set<Work['lease']>();
  let idle: (() => void)[] = [];
  let look = false;
  let looking = false;
  const state = { running: false };
  let timer: NodeJS.Timeout | undefined;
  let loops: readonly Promise<void>[] = [];

  const wake = (): void => idle.shift()?.();

  function poke(conversation?: string): void {
    if (conversation === undefined) look = true;
    else if (inHand.has(conversation)) {
      inHand.set(conversation, true);
      return;
    } else hints.add(conversation);
    wake();
  }

  /** The next message to work on; null where none was found. Looking everywhere is for one worker at a time. */
  async function find(owner: string): Promise<Work | null> {
    const [hint] = hints;
    if (hint !== undefined) {
      hints.delete(hint);
      // Claimed before the store answers: a poke meanwhile must not send a second worker.
      if (inHand.has(hint)) {
        inHand.set(hint, true);
        return null;
      }
      inHand.set(hint, false);
      let work: Work | null = null;
      try {
        work = await store.take(owner, clock(), leaseMs, hint);
      } finally {
        if (work === null) putDown(hint);
      }
      return work;
    }
    look = false;
    looking = true;
    try {
      const work = await store.take(owner, clock(), leaseMs);
      if (work !== null) {
        inHand.set(work.lease.conversation, inHand.get(work.lease.conversation) ?? false);
        look = true;
      }
      return work;
    } finally {
      looking = false;
      if (look) wake();
    }
  }

  function putDown(conversation: string): void {
    const again = inHand.get(conversation) === true;
    inHand.delete(conversation);
    if (again) poke(conversation);
  }

  /** All that waits in one conversation, under one lease. */
  async function work(first: Work): Promise<void> {
    const { conversation } = first.lease;
    leases.add(first.lease);
    try {
      let current: Work | null = first;
      while (current !== null) {
        const kept = await turn(current);
        current = kept ? await store.next(current.lease, clock()) : null;
      }
    } finally {
      leases.delete(first.lease);
      putDown(conversation);
    }
  }

  /** One message. True: committed, and the lease is still held. */
  async function turn(current: Work): Promise<boolean> {
    let commit: TurnCommit;
    try {
      commit = await outcomeOf(current);
    } catch (thrown) {
      const error = toAppError(thrown);
      const attempts = current.message.attempts + 1;
      log.warn(
        { conversation: current.lease.conversation, attempts, code: error.code },
        'A turn failed and is tried again',
      );
      // At once where the apology is due: it is that attempt's reply.
      const wait = attempts >= MAX_ATTEMPTS ? 0 : retryDelay(attempts - 1);
      await store.abandon(current.lease, current.message.inboxId, clock() + wait);
      if (state.running) setTimeout(() => poke(current.lease.conversation), wait + 1).unref();
      return false;
    }
    const result = await store.commit(commit);
    if (result.kind === 'fenced') {
      log.warn({ conversation: current.lease.conversation }, 'A turn was dropped: another node has moved on');
      return false;
    }
    hub.published(current.lease.conversation, result.rows);
    return !commit.release;
  }

  async function outcomeOf(current: Work): Promise<TurnCommit> {
    const context = (release: string): CommitContext => {
      const more = current.more || inHand.get(current.lease.conversation) === true;
      // What came meanwhile is found by `next` under the lease that is kept.
      if (more) inHand.set(current.lease.conversation, false);
      return { work: current, now: clock(), release, giveBack: !more || !state.running, delivery };
    };
    if (route(current.conversation) === 'person') return unanswered(context(''));
    const release = options.release();
    if (current.message.attempts >= MAX_ATTEMPTS) {
      const apology = await apologyFor(current, release);
      const at = context(release.hash);
      return { ...(apology === null ? unanswered(at) : turnCommit(apology, at)), failed: true };
    }
    const outcome = await limited(options.runTurn(current, release, clock()), turnMs);
    return turnCommit(outcome, context(release.hash));
  }

  async function apologyFor(current: Work, release: Release): Promise<TurnOutcome | null> {
    log.error({ conversation: current.lease.conversation }, 'A message is put aside: its turns failed');
    try {
      return (await options.onPoison?.(current, release, clock())) ?? null;
    } catch (thrown) {
      log.error({ code: toAppError(thrown).code }, 'The apology failed too');
      return null;
    }
  }

  async function loop(owner: string): Promise<void> {
    while (state.running) {
      if (hints.size === 0 && (!look || looking)) {
        await new Promise<void>((resolve) => idle.push(resolve));
        continue;
      }
      try {
        const found = await find(owner);
        if (found !== null) await work(found);
      } catch (thrown) {
        // The database is away: leases end by themselves, and the next look takes the messages again.
        log.error({ code: toAppError(thrown).code }, 'A worker could not go on');
      }
    }
  }

  function renewAll(): void {
    const now = clock();
    for (const lease of leases) {
      const until = now + leaseMs;
      store.renew(lease, until).catch((thrown: unknown) => {
        log.warn({ code: toAppError(thrown).code }, 'A lease could not be renewed');
      });
    }
  }

  let renewer: NodeJS.Timeout | undefined;

  return {
    poke,
    start() {
      if (state.running) return;
      state.running = true;
      const name = `${process.pid}-${randomUUID()}`;
      loops = Array.from({ length: options.workers }, (_, index) => loop(`${name}-${index}`));
      timer = setInterval(() => poke(), pollMs);
      renewer = setInterval(renewAll, leaseMs / 3);
      poke();
    },
    async stop() {
      state.running = false;
      clearInterval(timer);
      const waiting = idle;
      idle = [];
      for (const resolve of waiting) resolve();
      await Promise.all(loops);
      clearInterval(renewer);
    },
  };
}

/** Fails where the turn takes too long; what it does afterwards is dropped. */
async function limited<T>(turn: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      turn,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no decision within ${ms} ms`)), ms);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
