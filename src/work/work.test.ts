import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../../test/support/engines.ts';
import { createJobQueue, MAX_JOB_ATTEMPTS, type Job, type JobQueue } from './repository.ts';
import { createWork } from './scheduler.ts';

const T0 = 1_795_312_800_000;

onEachEngine('the queue of jobs', (make) => {
  let database: Database;
  let test: TestDatabase;
  let queue: JobQueue;
  beforeEach(async () => {
    ({ database, test } = await migrated(make));
    queue = createJobQueue(database);
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });
  const enqueue = (key: string, at = T0, kind = 'remind') =>
    queue.enqueue({ kind, key, payload: { key }, at }, T0);
  const take = (now = T0, owner = 'w1', kinds = ['remind']) => queue.take(owner, kinds, now, 1000);
  async function taken(now = T0): Promise<Job> {
    const job = await take(now);
    if (job === null) throw new Error('nothing is due');
    return job;
  }

  it('takes a job once by its key, also after it was done', async () => {
    expect(await enqueue('a')).toBe(true);
    expect(await enqueue('a')).toBe(false);
    expect(await enqueue('a', T0, 'other')).toBe(true);
    expect(await queue.done(await taken())).toBe(true);
    expect(await enqueue('a')).toBe(false);
    expect(await take()).toBeNull();
  });

  it('gives out what is due longest, of the kinds asked for, each to one', async () => {
    await enqueue('late', T0 - 1);
    await enqueue('early', T0 - 2);
    await enqueue('tomorrow', T0 + 1);
    await enqueue('other', T0 - 3, 'other');
    expect(await take()).toMatchObject({ key: 'early', payload: { key: 'early' }, attempts: 1 });
    expect(await take()).toMatchObject({ key: 'late' });
    expect(await take()).toBeNull();
    expect(await take(T0 + 1, 'w1', ['remind', 'other'])).toMatchObject({ key: 'other' });
  });

  it('gives a job of many takers to one', async () => {
    await enqueue('a');
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => take(T0, `w${n}`)));
    expect(all.filter((job) => job !== null)).toHaveLength(1);
  });

  it('gives a job again whose holder went away, and ignores that holder', async () => {
    await enqueue('a');
    const gone = await taken();
    expect(await take(T0 + 1000)).toBeNull();
    const again = await taken(T0 + 1001);
    expect(again.attempts).toBe(2);
    expect(await queue.done(gone)).toBe(false);
    expect(await queue.done(again)).toBe(true);
  });

  it('tries again later each time, and puts aside what never works', async () => {
    await enqueue('a');
    let now = T0;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= MAX_JOB_ATTEMPTS; attempt += 1) {
      const job = await taken(now);
      await queue.retry(job, now);
      const row = await database.db.selectFrom('job').selectAll().executeTakeFirstOrThrow();
      waits.push(row.not_before - now);
      now = row.not_before;
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(await database.db.selectFrom('job').select('status').execute()).toEqual([{ status: 'failed' }]);
  });

  it('sweeps what was done long ago, nothing else', async () => {
    await enqueue('done', T0 - 10);
    await queue.done(await taken());
    await enqueue('waits', T0 - 10);
    await queue.sweep(T0);
    expect(await database.db.selectFrom('job').select('dedupe_key').execute()).toEqual([
      { dedupe_key: 'waits' },
    ]);
  });

  it('does what is scheduled once per slot, however many processes there are, and tries failures again', async () => {
    let now = T0;
    const ran: string[] = [];
    let failures = 1;
    const works = [1, 2].map(() =>
      createWork({
        queue,
        handlers: new Map([
          [
            'tick',
            async (job) => {
              if (failures > 0) {
                failures -= 1;
                throw new Error('not yet');
              }
              ran.push(job.key);
              await Promise.resolve();
            },
          ],
        ]),
        schedules: [{ kind: 'tick', everyMs: 10_000, payload: null }],
        clock: () => now,
        log: { warn: () => undefined },
        pollMs: 5,
      }),
    );
    for (const work of works) work.start();
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) await sleep(5);
    };
    await until(() => failures === 0);
    await sleep(50);
    expect(ran).toEqual([]);
    while (ran.length === 0) {
      now += 100;
      await sleep(10);
    }
    now = T0 + 10_000;
    await until(() => ran.length === 2);
    await sleep(50);
    await Promise.all(works.map((work) => work.stop()));
    expect(ran).toEqual([`slot-${T0 / 10_000}`, `slot-${T0 / 10_000 + 1}`]);
  });
});
