import { randomUUID } from 'node:crypto';
import type { Clock } from '#root/clock.ts';
import { toAppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import type { Job, JobQueue } from './repository.ts';

/** Something that happens every so often, once for all processes: its key is the time slot. */
export interface Schedule {
  readonly kind: string;
  readonly everyMs: number;
  readonly payload: Json;
}

export interface WorkOptions {
  readonly queue: JobQueue;
  /** Must bear running twice: a process can die between the work and its mark. */
  readonly handlers: ReadonlyMap<string, (job: Job) => Promise<void>>;
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  readonly log: { warn(fields: Readonly<Record<string, string | number>>, text: string): void };
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

const SLOTS_KEPT_MS = 7 * 24 * 3_600_000;

/** Enqueues what is scheduled and does what is due, one job at a time. */
export function createWork(options: WorkOptions): { start(): void; stop(): Promise<void> } {
  const { queue, handlers, schedules, clock, log, leaseMs = 60_000, pollMs = 1000 } = options;
  const kinds = [...handlers.keys()];
  const owner = `${process.pid}-${randomUUID()}`;
  /** The slot that this process has enqueued last, by kind. */
  const slots = new Map<string, number>();
  let stopped = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function schedule(): Promise<void> {
    const now = clock();
    for (const { kind, everyMs, payload } of schedules) {
      const slot = Math.floor(now / everyMs);
      if (slots.get(kind) === slot) continue;
      await queue.enqueue({ kind, key: `slot-${slot}`, payload, at: now }, now);
      slots.set(kind, slot);
      await queue.sweep(now - SLOTS_KEPT_MS);
    }
  }

  /** False: nothing is due. */
  async function doOne(): Promise<boolean> {
    const job = await queue.take(owner, kinds, clock(), leaseMs);
    const handle = job === null ? undefined : handlers.get(job.kind);
    if (job === null || handle === undefined) return false;
    try {
      await handle(job);
    } catch (thrown) {
      log.warn({ kind: job.kind, attempts: job.attempts, code: toAppError(thrown).code }, 'A job failed');
      await queue.retry(job, clock());
      return true;
    }
    await queue.done(job);
    return true;
  }

  async function loop({ signal }: AbortController): Promise<void> {
    while (!signal.aborted) {
      let found = false;
      try {
        await schedule();
        found = await doOne();
      } catch (thrown) {
        log.warn({ code: toAppError(thrown).code }, 'The queue could not be read');
      }
      if (!found) await pause(pollMs, signal);
    }
  }

  return {
    start() {
      stopped = new AbortController();
      running = loop(stopped);
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
