import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '#store/database.ts';
import { createTokenStore } from '#tokens/repository.ts';
import { fakeMeta, PAGE } from '../channels/fake-meta.ts';
import { untilTaken } from '../channels/fake-platform.ts';
import { fakeZalo, OA } from '../channels/fake-zalo.ts';
import { removeHome, toyHome } from '../directline/toy-house.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { startChild } from './process.ts';
import type { ServerOptions } from './server.ts';

/** FAULT_ROUNDS=60 npx vitest run --config test/vitest.config.ts test/faults: a long run. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 4);
const PEOPLE = 4;
/** More than a lease and the wait for an echo. */
const APART_MS = 120_000;

const byStatus = async (database: Database, ...statuses: string[]): Promise<number> =>
  (await database.db.selectFrom('outbox').select('id').where('status', 'in', statuses).execute()).length;

/** How often each thing was told to each person. */
function tellings(shown: readonly { readonly to: string; readonly text: string }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { to, text } of shown) found.set(`${to} ${text}`, (found.get(`${to} ${text}`) ?? 0) + 1);
  return found;
}

onEachEngine('a server that is killed while it sends to Zalo and Messenger', (make) => {
  it.each([
    ['with echoes', true],
    ['without echoes', false],
  ])(
    'loses nothing, applies no turn twice, and doubles only what was in flight (%s)',
    async (_name, echo) => {
      const { database, test } = await migrated(make);
      const home = toyHome();
      const [zalo, meta] = await Promise.all([fakeZalo(), fakeMeta()]);
      for (const fake of [zalo, meta]) {
        fake.echo = echo;
        fake.latency = () => Math.random() * 60;
      }
      const lasts = Date.now() + 90 * 24 * 3_600_000;
      const pair = { ...zalo.grant(OA), expiresAt: lasts, refreshExpiresAt: lasts };
      await createTokenStore({ database, sealKey: 'ab'.repeat(32) }).put('zalo', OA, pair, Date.now());
      const environment = {
        ...zalo.environment(),
        ...meta.environment(),
      };
      let generation = 0;
      const start = async () => {
        generation += 1;
        const options: ServerOptions = {
          engine: test.engine,
          address: test.address,
          home,
          environment,
          aheadMs: generation * APART_MS,
        };
        const child = startChild(options, 'server.ts');
        const url = (await child.said('ready')).split(' ')[1] ?? '';
        zalo.webhook = `${url}/api/zalo/webhook`;
        meta.webhook = `${url}/api/messenger/webhook`;
        // A platform has half a minute for its echo; the clock of the next server runs two minutes ahead.
        await Promise.race([Promise.all([...zalo.owed, ...meta.owed]), sleep(8000)]);
        return child;
      };
      const kill = async (child: Awaited<ReturnType<typeof start>>): Promise<void> => {
        child.signal('SIGKILL');
        await child.ended;
      };

      // People write all the time; a platform repeats what was not taken.
      const work = { going: true };
      const sent = { zalo: Array<number>(PEOPLE).fill(0), meta: Array<number>(PEOPLE).fill(0) };
      const event = (person: number, number: number): object => ({
        event_name: 'user_send_text',
        timestamp: String(1_795_312_800_000 + number),
        sender: { id: `z${String(person)}` },
        recipient: { id: OA },
        message: { msg_id: `z${String(person)}-${String(number)}`, text: `tin ${String(number)}` },
      });
      const call = (person: number, number: number): object => ({
        object: 'page',
        entry: [
          {
            id: PAGE,
            time: number,
            messaging: [
              {
                sender: { id: `m${String(person)}` },
                recipient: { id: PAGE },
                timestamp: number,
                message: { mid: `m${String(person)}-${String(number)}`, text: `tin ${String(number)}` },
              },
            ],
          },
        ],
      });
      const unanswered = (): number =>
        [...sent.zalo, ...sent.meta].reduce((sum, count) => sum + count, 0) -
        (zalo.shown.length + meta.shown.length);
      const talk = async (to: 'zalo' | 'meta', person: number): Promise<void> => {
        while (work.going) {
          // Who is not answered does not write on and on: what waits stays small, however many kills there are.
          if (unanswered() > PEOPLE * 10) {
            await sleep(20);
            continue;
          }
          const number = sent[to][person] ?? 0;
          await untilTaken(() =>
            to === 'zalo' ? zalo.send(event(person, number)) : meta.send(call(person, number)),
          );
          sent[to][person] = number + 1;
          await sleep(Math.random() * 60);
        }
      };
      let child = await start();
      const talks = Array.from({ length: PEOPLE }, (_, person) => [
        talk('zalo', person),
        talk('meta', person),
      ]).flat();
      let inFlight = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        await sleep(250 + Math.random() * 400);
        // A slow machine may not have sent anything yet: a kill is worth something in the middle of a send.
        for (let tries = 0; tries < 500 && (await byStatus(database, 'sending')) === 0; tries += 1) {
          await sleep(10);
        }
        await kill(child);
        inFlight += await byStatus(database, 'sending');
        child = await start();
      }
      work.going = false;
      await Promise.all(talks);
      // What was in doubt is sent once more by the servers that come after the wait for its echo.
      const open = (): Promise<number> => byStatus(database, 'pending', 'sending', 'uncertain');
      for (let more = 0; more < 4 && (await open()) > 0; more += 1) {
        for (let waited = 0; waited < 30_000 && (await byStatus(database, 'pending')) > 0; waited += 50) {
          await sleep(50);
        }
        await sleep(500);
        if ((await open()) === 0) break;
        await kill(child);
        inFlight += await byStatus(database, 'sending');
        child = await start();
        await sleep(700);
      }
      expect(await open()).toBe(0);
      await kill(child);

      expect(await byStatus(database, 'failed', 'held')).toBe(0);
      for (const [fake, counts, letter] of [
        [zalo, sent.zalo, 'z'],
        [meta, sent.meta, 'm'],
      ] as const) {
        const told = tellings(fake.shown);
        for (const [person, count] of counts.entries()) {
          for (let number = 0; number < count; number += 1) {
            // The number in brackets is the turn's: each message had one turn, in its order.
            const what = `${letter}${String(person)} text: tin ${String(number)} (${String(number)})`;
            expect([what, told.has(what)]).toEqual([what, true]);
          }
        }
        expect(told.size).toBe(counts.reduce((sum, count) => sum + count, 0));
      }
      const all = [...tellings([...zalo.shown, ...meta.shown]).values()];
      const doubled = all.reduce((sum, count) => sum + count - 1, 0);
      console.log(
        `${test.engine}, ${echo ? 'with' : 'without'} echoes: ${String(all.length)} replies, ${String(ROUNDS)} kills, ` +
          `${String(inFlight)} in flight, ${String(doubled)} doubled`,
      );
      expect(inFlight).toBeGreaterThan(0);
      expect(doubled).toBeLessThanOrEqual(echo ? 0 : inFlight);

      await Promise.all([zalo.close(), meta.close(), database.close()]);
      await test.drop();
      removeHome(home);
    },
    120_000 + ROUNDS * 12_000,
  );
});
