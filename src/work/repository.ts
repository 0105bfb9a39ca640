import { newId } from '#root/ids.ts';
import { parseJson, type Json } from '#root/json.ts';
import { finish, int, run, runOne, statement, text, type Database } from '#store/database.ts';

/** The one leased queue for work that is nobody's turn: schedules, sends that we start. */
export interface NewJob {
  readonly kind: string;
  /** A second job of the same kind and key is dropped, also after the first is done. */
  readonly key: string;
  readonly payload: Json;
  /** Not before. */
  readonly at: number;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Json;
  /** This one included. */
  readonly attempts: number;
  readonly fence: number;
}

export interface JobQueue {
  /** False: that job is there already. */
  enqueue(job: NewJob, now: number): Promise<boolean>;
  /** The job of these kinds that is due longest. A job whose holder let its lease run out is due again. */
  take(owner: string, kinds: readonly string[], now: number, leaseMs: number): Promise<Job | null>;
  /** False: somebody else holds it by now, and nothing was written. */
  done(job: Job): Promise<boolean>;
  /** Back into the queue, later each time; after `MAX_JOB_ATTEMPTS` put aside as failed. */
  retry(job: Job, now: number): Promise<boolean>;
  /** Drops what was done before a time; their keys can be used again. */
  sweep(before: number): Promise<void>;
}

export const MAX_JOB_ATTEMPTS = 10;

const insert = statement(
  `INSERT INTO job (id, kind, dedupe_key, payload, status, not_before, lease_until, created_at)
   VALUES ($1, $2, $3, $4, 'pending', $5, 0, $6)
   ON CONFLICT (kind, dedupe_key) DO NOTHING RETURNING id`,
);
const due = statement(
  `SELECT id, fence, not_before FROM job
   WHERE status = 'pending' AND kind = $1 AND not_before <= $2 AND lease_until < $2
   ORDER BY not_before, id LIMIT 8`,
);
const lease = statement(
  `UPDATE job SET lease_owner = $3, lease_until = $4, fence = fence + 1, attempts = attempts + 1
   WHERE id = $1 AND fence = $2 AND status = 'pending' AND lease_until < $5
   RETURNING id, kind, dedupe_key, payload, attempts, fence`,
);
const settle = statement(
  `UPDATE job SET status = $3, not_before = CASE WHEN CAST($4 AS bigint) > 0 THEN $4 ELSE not_before END,
     lease_owner = NULL, lease_until = 0
   WHERE id = $1 AND fence = $2 AND status = 'pending' RETURNING id`,
);
const drop = statement(`DELETE FROM job WHERE status = 'done' AND not_before < $1`);

/** 1 s, 2 s, 4 s, … up to an hour. */
const backOff = (attempts: number): number => Math.min(1000 * 2 ** (attempts - 1), 3_600_000);

export function createJobQueue({ gate }: Database): JobQueue {
  /** Without `notBefore` the time when it was due stays; `sweep` goes by it. */
  const end = (job: Job, status: string, notBefore = 0): Promise<boolean> =>
    gate.write(function* end() {
      const [rows] = yield* finish(settle(job.id, job.fence, status, notBefore));
      return rows?.length === 1;
    });

  return {
    enqueue: ({ kind, key, payload, at }, now) =>
      gate.write(function* enqueue() {
        const [rows] = yield* finish(insert(newId(now), kind, key, JSON.stringify(payload), at, now));
        return rows?.length === 1;
      }),

    async take(owner, kinds, now, leaseMs) {
      const found = await gate.read(() => run(...kinds.map((kind) => due(kind, now))));
      const longest = found.flat().sort((a, b) => int(a, 'not_before') - int(b, 'not_before'));
      for (const candidate of longest) {
        const claim = lease(text(candidate, 'id'), int(candidate, 'fence'), owner, now + leaseMs, now);
        const row = await gate.write(() => runOne(claim));
        if (row === undefined) continue;
        return {
          id: text(row, 'id'),
          kind: text(row, 'kind'),
          key: text(row, 'dedupe_key'),
          payload: parseJson(text(row, 'payload')),
          attempts: int(row, 'attempts'),
          fence: int(row, 'fence'),
        };
      }
      return null;
    },

    done: (job) => end(job, 'done'),
    retry: (job, now) =>
      job.attempts >= MAX_JOB_ATTEMPTS
        ? end(job, 'failed')
        : end(job, 'pending', now + backOff(job.attempts)),
    sweep: (before) =>
      gate.write(function* sweep() {
        yield* finish(drop(before));
      }),
  };
}
