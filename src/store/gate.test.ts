import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrated, onEachEngine, type TestDatabase } from '../../test/support/engines.ts';
import { counter, finish, run, statement, text, type Database } from './database.ts';

const insert = statement(`INSERT INTO release (number, hash, published_at, note) VALUES ($1, $2, 0, '')`);
const counted = counter(
  `INSERT INTO daily_count (day, unit, channel, outcome, topic, aspect, count) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (day, unit, channel, outcome, topic, aspect)
   DO UPDATE SET count = daily_count.count + excluded.count`,
);
const count = statement('SELECT COUNT(*) AS count FROM release');
const swapped = statement(
  'SELECT CAST($2 AS text) AS second, CAST($1 AS text) AS first, CAST($1 AS text) AS again',
);

onEachEngine('the gate', (make) => {
  let database: Database;
  let test: TestDatabase;
  beforeEach(async () => {
    ({ database, test } = await migrated(make));
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });
  const add = (number: number) =>
    database.gate.write(function* add() {
      yield* finish(insert(number, `h${number}`));
      return number;
    });
  async function rows(): Promise<number> {
    const found = await database.gate.read(() => run(count()));
    return Number(found[0]?.[0]?.['count']);
  }

  it('writes many at once, each with its own answer', async () => {
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    expect(await Promise.all(numbers.map(add))).toEqual(numbers);
    expect(await rows()).toBe(300);
  });

  it('undoes a script that fails, alone and whole', async () => {
    await add(1);
    const half = database.gate.write(function* half() {
      yield* run(insert(1000, 'a'));
      throw new Error('halfway');
    });
    const twice = database.gate.write(function* twice() {
      yield* run(insert(1001, 'a'));
      yield* finish(insert(1, 'the number is taken'));
    });
    const settled = await Promise.allSettled([half, twice, add(2)]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await rows()).toBe(2);
    // Nothing is left behind on the connections.
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(10 + n)));
    expect(await rows()).toBe(22);
  });

  it.each(['lease', 'write'] as const)('undoes a failed %s and goes on', async (how) => {
    const failing = database.gate[how](function* failing() {
      yield* run(insert(1, 'a'));
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    await database.gate[how](() => finish(insert(1, 'b')));
    expect(await rows()).toBe(1);
  });

  it('shows a read nothing that is not written yet', async () => {
    const writing = add(1);
    if (database.engine === 'sqlite') expect(await rows()).toBe(0);
    await writing;
    expect(await rows()).toBe(1);
  });

  it('takes parameters in any order, more than once', async () => {
    const [found] = await database.gate.read(() => run(swapped('a', 'b')));
    const row = found![0]!;
    expect([text(row, 'first'), text(row, 'second'), text(row, 'again')]).toEqual(['a', 'b', 'a']);
  });

  it('adds up what a group counts, and counts nothing of a script that failed', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => add(n)));
    const tally = (day: string, fails = false) =>
      database.gate.write(function* tally() {
        yield* run(insert(fails ? 1 : 1000 + Math.floor(Math.random() * 1e9), `${Math.random()}`));
        yield* finish(counted(day, '', '', '', '', '', 1));
      });
    await Promise.all(Array.from({ length: 30 }, (_, n) => tally(n % 3 === 0 ? 'a' : 'b')));
    const settled = await Promise.allSettled([tally('a'), tally('a', true), tally('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await database.db
      .selectFrom('daily_count')
      .select(['day', 'count'])
      .orderBy('day')
      .execute();
    expect(rows).toEqual([
      { day: 'a', count: 11 },
      { day: 'b', count: 21 },
    ]);
  });

  it('lets two processes count the same things in different order', async () => {
    const other = test.open();
    const days = Array.from({ length: 20 }, (_, n) => `day ${n}`);
    const count = (gate: Database['gate'], day: string) =>
      gate.write(() => finish(counted(day, '', '', '', '', '', 1)));
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        ...days.map((day) => count(database.gate, day)),
        ...days.toReversed().map((day) => count(other.gate, day)),
      ]);
    }
    await other.close();
    const rows = await database.db.selectFrom('daily_count').select('count').execute();
    expect(rows).toEqual(days.map(() => ({ count: 20 })));
    if (database.engine === 'sqlite') return;
    const deadlocks = sql<{ count: number }>`SELECT deadlocks::int AS count FROM pg_stat_database
      WHERE datname = current_database()`;
    expect((await deadlocks.execute(database.db)).rows).toEqual([{ count: 0 }]);
  });

  it('waits for a transaction of kysely on the same connection', async () => {
    let own: Promise<number> | undefined;
    await database.db.transaction().execute(async (trx) => {
      await trx.insertInto('release').values({ number: 1, hash: 'h', published_at: 0, note: '' }).execute();
      own = add(2);
      await sleep(30);
    });
    await own;
    expect(await rows()).toBe(2);
  });

  it('has written everything when it is closed', async () => {
    const writing = Promise.all(Array.from({ length: 100 }, (_, n) => add(n)));
    await database.close();
    await writing;
    // A timer that was left behind would find the database closed, and end the process.
    await sleep(20);
    database = test.open();
    expect(await rows()).toBe(100);
  });

  it('lets the event loop turn between the groups of a large backlog', async () => {
    const MOST_OF_A_GROUP = 64;
    const state = { turns: 0, busy: true };
    const turn = (): void => {
      state.turns += 1;
      if (state.busy) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(Array.from({ length: 3000 }, (_, n) => add(n)));
    state.busy = false;
    expect(state.turns).toBeGreaterThanOrEqual(Math.floor(3000 / MOST_OF_A_GROUP));
  });
});
