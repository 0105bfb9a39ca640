import type { Release } from '#knowledge/release.ts';
import type { Clock } from '#root/clock.ts';
import { AppError, toAppError } from '#root/errors.ts';
import { turnCommit, unanswered, type CommitContext, type PiecesOf } from './commit.ts';
import {
  MAX_ATTEMPTS,
  readDue,
  type Account,
  type ActivityRow,
  type CommitResult,
  type RunTurn,
  type TurnCommit,
  type TurnOutcome,
  type TurnStore,
  type Work,
} from './ports.ts';
import { route } from './route.ts';

/** What turns tell operators. Never the words of residents. */
export interface TurnLog {
  warn(fields: Readonly<Record<string, string | number>>, text: string): void;
  error(fields: Readonly<Record<string, string | number>>, text: string): void;
}

export interface MessageRunOptions {
  readonly store: Pick<TurnStore, 'commit' | 'abandon'>;
  readonly runTurn: RunTurn;
  readonly release: () => Release;
  readonly clock: Clock;
  readonly log: TurnLog;
  /** The apology for a message whose turns failed `MAX_ATTEMPTS` times. Without it, or when it fails, nothing is said. */
  readonly onPoison?: (work: Work, release: Release, now: number) => Promise<TurnOutcome>;
  /** `pull` where the transcript is the delivery. */
  readonly delivery?: (account: Account) => 'pull' | 'push';
  /** What a channel sends one by one of a reply. */
  readonly pieces?: PiecesOf;
  /** A turn that takes longer has failed. */
  readonly turnMs?: number;
}

export type Ran =
  | { readonly kind: 'committed'; readonly rows: readonly ActivityRow[]; readonly leaseHeld: boolean }
  | { readonly kind: 'dropped' }
  /** Given back; to be tried again after `retryMs`. */
  | { readonly kind: 'failed'; readonly retryMs: number };

const pulled = new Set(['portal', 'terminal']);

/** Longer after each failure: 0.5, 1, 2, 4 s; the apology, which is the last attempt, comes at once. */
const retryMs = (attempts: number): number => (attempts >= MAX_ATTEMPTS ? 0 : 250 * 2 ** attempts);

/**
 * One leased message: route -> turn -> commit. `giveBack` is asked just before the commit whether the lease is
 * given back with it.
 */
export function createMessageRun(
  options: MessageRunOptions,
): (work: Work, giveBack: () => boolean) => Promise<Ran> {
  const { store, clock, log, turnMs = 60_000 } = options;
  const delivery =
    options.delivery ?? ((account: Account) => (pulled.has(account.channel) ? 'pull' : 'push'));

  return async (work, giveBack) => {
    const contextOf = (release: string): CommitContext => ({
      work,
      release,
      now: clock(),
      giveBack: giveBack(),
      delivery,
      ...(options.pieces === undefined ? {} : { pieces: options.pieces }),
    });
    if (work.message.attempts >= MAX_ATTEMPTS) return putAside(work, contextOf);
    try {
      const commit = await answer(work, contextOf);
      return ranOf(work, commit, await store.commit(commit));
    } catch (thrown) {
      return fail(work, thrown);
    }
  };

  async function answer(work: Work, contextOf: (release: string) => CommitContext): Promise<TurnCommit> {
    if (route(work.conversation) === 'person' || cameBack(work)) return unanswered(contextOf(''));
    const release = options.release();
    const outcome = await limited(options.runTurn(work, release, clock()), turnMs);
    return turnCommit(outcome, contextOf(release.hash));
  }

  function ranOf(work: Work, commit: TurnCommit, result: CommitResult): Ran {
    const { conversation } = work.lease;
    if (result.kind === 'committed') return { ...result, leaseHeld: !commit.release };
    log.warn({ conversation }, 'A turn was dropped: another node has moved on');
    return { kind: 'dropped' };
  }

  async function fail(work: Work, thrown: unknown): Promise<Ran> {
    const attempts = work.message.attempts + 1;
    log.warn({ conversation: work.lease.conversation, attempts, ...causeOf(thrown) }, 'A turn failed');
    const wait = retryMs(attempts);
    await store.abandon(work.lease, work.message.inboxId, clock() + wait);
    return { kind: 'failed', retryMs: wait };
  }

  /** Whatever is wrong with a message, the ones behind it go on. */
  async function putAside(work: Work, contextOf: (release: string) => CommitContext): Promise<Ran> {
    const { conversation } = work.lease;
    log.error({ conversation }, 'A message is put aside: all its turns failed');
    try {
      const apology = await apologyFor(work, contextOf);
      if (apology !== null) return ranOf(work, apology, await store.commit(apology));
    } catch (thrown) {
      log.error({ conversation, ...causeOf(thrown) }, 'The apology failed too');
    }
    const silence = { ...unanswered(contextOf('')), failed: true };
    return ranOf(work, silence, await store.commit(silence));
  }

  async function apologyFor(
    work: Work,
    contextOf: (release: string) => CommitContext,
  ): Promise<TurnCommit | null> {
    if (options.onPoison === undefined || route(work.conversation) === 'person') return null;
    const release = options.release();
    const outcome = await limited(options.onPoison(work, release, clock()), turnMs);
    return { ...turnCommit(outcome, contextOf(release.hash)), failed: true };
  }
}

/** A reminder to go on, and she wrote since it was planned. */
function cameBack({ conversation: { lastInAt }, message }: Work): boolean {
  const due = readDue(message.event);
  return due?.what === 'resume' && lastInAt !== null && lastInAt > due.since;
}

/** Code and place of a failure. Its message stays out: it can quote what was typed. */
export function causeOf(thrown: unknown): {
  readonly code: string;
  readonly error: string;
  readonly at: string;
} {
  const { code, cause } = toAppError(thrown);
  const first = cause instanceof Error ? cause : thrown;
  if (!(first instanceof Error)) return { code, error: typeof first, at: '' };
  const frames = (first.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  return { code, error: first.name, at: frames.slice(0, 6).join('\n') };
}

/** Fails where the turn takes too long; what it does afterwards is dropped. */
async function limited<T>(turn: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      turn,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new AppError('INTERNAL', `no decision within ${ms} ms`)), ms);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
