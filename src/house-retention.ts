import { createCarrySweep } from './carry/repository.ts';
import { sweepInsight } from '#insight/repository/retention.ts';
import { createPlanSweep } from '#outreach/repository.ts';
import { createPictureSweep } from '#publishing/pictures/repository.ts';
import type { Database } from '#store/database.ts';
import type { TurnWriter } from '#turns/ports.ts';
import { sweepTurns } from '#turns/repository/retention.ts';
import { createJobQueue } from '#work/repository.ts';
import { createWork } from '#work/scheduler.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logging.ts';

/** How long what residents said and did is kept, ms. */
export interface Keeping {
  readonly wordsMs: number;
  readonly idleMs: number;
}

export interface RetentionOptions {
  readonly database: Database;
  readonly writers: readonly TurnWriter[];
  readonly keeping: Keeping;
  readonly clock: Clock;
  readonly log: Logger;
}

const KIND = 'retention';
const EVERY_MS = 6 * 3_600_000;

/** Deletes on schedule, once for all nodes: each owner its own rows. `run` does it at once. */
export function createRetention({ database, writers, keeping, clock, log }: RetentionOptions): {
  readonly run: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
} {
  const sweepCarry = createCarrySweep(database);
  const sweepPlans = createPlanSweep(database);
  const sweepPictures = createPictureSweep(database);
  async function run(): Promise<void> {
    const now = clock();
    const { conversations } = await sweepTurns(database, writers, keeping, now);
    await sweepInsight(database, keeping, now);
    await sweepCarry(now);
    await sweepPlans(now - keeping.idleMs);
    await sweepPictures(now);
    log.info({ conversations }, 'What is kept no longer was deleted');
  }
  const work = createWork({
    queue: createJobQueue(database),
    handlers: new Map([[KIND, run]]),
    schedules: [{ kind: KIND, everyMs: EVERY_MS, payload: null }],
    clock,
    log,
    leaseMs: 10 * 60_000,
    pollMs: 60_000,
  });
  return { run, start: () => work.start(), stop: () => work.stop() };
}
