import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#root/logging.ts';
import type { Database } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import type { Decision, Dialogs } from '#turns/ports.ts';
import { removeHome, startToy, toyHome, toyMask, type ToyServer } from '../directline/toy-house.ts';
import { onEachEngine, type TestDatabase } from '../support/engines.ts';
import { drivers, people, type Driver, type Person } from './drivers.ts';

const [HOA, NAM] = people;
/** Words that must stand nowhere in a log. */
const WORDS = 'vợ tôi tên Hoa Mận';

/** Says back what it heard with its number; `hỏng` fails, with the words in its error as careless code has them. */
const dialogs: Dialogs = {
  contextOf: () => ({ topic: null, expects: null, unit: null }),
  decide: ({ event, state }) => {
    const heard = (state?.data as { heard: number } | undefined)?.heard ?? 0;
    if (event.kind === 'start') return decision('Xin chào', heard);
    const text = event.kind === 'choice' ? event.title : event.text;
    if (text.startsWith('hỏng')) throw new Error(`cannot answer "${text}"`);
    return decision(`${String(heard + 1)}. ${text}`, heard + 1);
  },
};

const decision = (text: string, heard: number): Decision => ({
  state: { v: 1, data: { heard } },
  replies: [{ blocks: [{ kind: 'text', text }], choices: [], facts: [] }],
  effects: [],
  expects: null,
  record: { outcome: 'smalltalk', topic: null, aspect: null, p: 1, alternatives: [] },
});

/** Every row of every table as text. */
async function everything(database: Database): Promise<string> {
  const tables = await database.db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) => sql`SELECT * FROM ${sql.table(name)}`.execute(database.db)),
  );
  return JSON.stringify(rows);
}

describe.each(drivers)('the contract of channels: %s', (_name, make) => {
  onEachEngine('on', (makeDatabase) => {
    let home: string;
    let test: TestDatabase;
    let database: Database;
    let driver: Driver;
    let server: ToyServer;
    let lines: string[];

    const open = async (): Promise<void> => {
      database = test.open();
      await migrate(database);
      server = await startToy({
        home,
        environment: { ...driver.environment, TOKENS_PER_MINUTE: '1000', MESSAGES_PER_MINUTE: '1000' },
        parts: {
          database,
          dialogs,
          mask: toyMask,
          log: createLogger('debug', { write: (line) => void lines.push(line) }),
        },
      });
      await driver.connect(server.url, database);
    };
    beforeEach(async () => {
      lines = [];
      home = toyHome();
      [test, driver] = await Promise.all([makeDatabase(), make()]);
      await open();
    });
    afterEach(async () => {
      await server.stop();
      await driver.close();
      await test.drop();
      removeHome(home);
    });

    const ok = (status: number): void => expect([200, 201]).toContain(status);
    const answers = async (person: Person): Promise<readonly string[]> =>
      (await driver.told(person)).filter((text) => text !== 'Xin chào');
    const inbox = async (): Promise<number> =>
      (
        await database.db
          .selectFrom('inbox')
          .select('event')
          .where('event', '!=', '{"kind":"start"}')
          .execute()
      ).length;

    it('runs a message once that comes at once, again, and after a restart', async () => {
      const say = (): Promise<number> => driver.says(HOA, 'một', 'm1');
      for (const status of await Promise.all([say(), say(), say()])) ok(status);
      await sleep(100);
      ok(await say());
      await expect.poll(() => answers(HOA)).toEqual(['1. một']);
      await server.stop();
      await open();
      ok(await say());
      ok(await driver.says(HOA, 'hai', 'm2'));
      await expect.poll(() => answers(HOA)).toEqual(['1. một', '2. hai']);
      expect(await inbox()).toBe(2);
    });

    it('keeps quick messages of one person in order and loses none', async () => {
      const words = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];
      for (const [index, word] of words.entries()) ok(await driver.says(HOA, word, `q${String(index)}`));
      await expect
        .poll(() => answers(HOA), { timeout: 10_000 })
        .toEqual(words.map((word, index) => `${String(index + 1)}. ${word}`));
    });

    it('loses none of the messages that come at the same moment on several connections', async () => {
      const sent = Array.from({ length: 8 }, (_, index) => `tin ${String(index)}`);
      for (const status of await Promise.all(sent.map((text) => driver.says(HOA, text, text)))) ok(status);
      await expect.poll(async () => (await answers(HOA)).length, { timeout: 10_000 }).toBe(sent.length);
      const told = await answers(HOA);
      expect(told.map((text) => text.split('. ')[0])).toEqual(sent.map((_, index) => String(index + 1)));
      expect(told.map((text) => text.split('. ')[1])).toEqual(expect.arrayContaining(sent));
    });

    it('does not hold up another person while the turns of one fail', async () => {
      ok(await driver.says(HOA, 'hỏng rồi', 'x1'));
      await sleep(50);
      ok(await driver.says(NAM, 'chào', 'n1'));
      // Her message is tried again for more than seven seconds; his must not wait for that.
      await expect.poll(() => answers(NAM), { timeout: 4000 }).toEqual(['1. chào']);
      expect(await answers(HOA)).toEqual([]);
    });

    it('does not hold up another person while the platform takes its time over one', async ({ skip }) => {
      const { platform } = driver;
      if (platform === null) {
        skip('nothing is sent to a platform');
        return;
      }
      platform.slow(2000);
      ok(await driver.says(HOA, 'chậm', 's1'));
      await sleep(150);
      ok(await driver.says(NAM, 'chào', 'n1'));
      await expect.poll(() => answers(NAM), { interval: 10 }).toEqual(['1. chào']);
      expect(await answers(HOA)).toEqual([]);
      await expect.poll(() => answers(HOA), { timeout: 8000 }).toEqual(['1. chậm']);
    });

    it('tries again where the platform fails, in order, and sends each once', async ({ skip }) => {
      const { platform } = driver;
      if (platform === null) {
        skip('nothing is sent to a platform');
        return;
      }
      platform.refuse();
      ok(await driver.says(HOA, 'một', 'r1'));
      ok(await driver.says(HOA, 'hai', 'r2'));
      await expect.poll(() => answers(HOA), { timeout: 10_000 }).toEqual(['1. một', '2. hai']);
      await sleep(300);
      expect(await answers(HOA)).toHaveLength(2);
    });

    it('takes events that it does not know without a word', async () => {
      for (const [name, status] of await driver.unknown())
        expect([name, status >= 200 && status < 300]).toEqual([name, true]);
      await sleep(200);
      for (const person of people) expect(await answers(person)).toEqual([]);
      ok(await driver.says(HOA, 'một', 'm1'));
      await expect.poll(() => answers(HOA)).toEqual(['1. một']);
    });

    it('refuses what is forged, cut off or too large, keeps nothing of it and goes on', async () => {
      for (const [name, status] of await driver.forged()) {
        expect([name, status, status >= 400 && status < 500]).toEqual([name, status, true]);
      }
      expect(await inbox()).toBe(0);
      ok(await driver.says(HOA, 'một', 'm1'));
      await expect.poll(() => answers(HOA)).toEqual(['1. một']);
    });

    it('keeps the words of people out of its log, also where their turns fail', async () => {
      ok(await driver.says(HOA, WORDS, 'w1'));
      ok(await driver.says(NAM, `hỏng ${WORDS}`, 'w2'));
      driver.platform?.refuse();
      await expect.poll(() => answers(HOA), { timeout: 8000 }).toHaveLength(1);
      await expect.poll(() => lines.join(''), { timeout: 8000 }).toContain('A turn failed');
      await driver.forged();
      await driver.unknown();
      const log = lines.join('');
      expect(log).not.toContain(WORDS);
      expect(log).not.toContain('Hoa Mận');
      expect(log).not.toContain(JSON.stringify(WORDS).slice(1, -1));
      for (const person of people) expect(log).not.toContain(person);
    });

    it('stores nothing private that was typed by mistake, and no id of a person', async () => {
      ok(await driver.says(HOA, 'số của tôi là 079123456789', 'p1'));
      await expect.poll(() => answers(HOA)).toHaveLength(1);
      const stored = await everything(database);
      expect(stored).not.toContain('079123456789');
      expect(stored).toContain('số của tôi là •••');
      expect(stored).not.toContain(HOA);
      expect((await answers(HOA))[0]).not.toContain('079123456789');
    });
  });
});
