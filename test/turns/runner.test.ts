import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInsightWriter } from '#insight/repository.ts';
import type { Database } from '#store/database.ts';
import { follow } from '#turns/follow.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import type { ActivityRow, Inbound, RunTurn, TurnStore } from '#turns/ports.ts';
import { receive } from '#turns/receive.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner, type TurnRunner, type TurnRunnerOptions } from '#turns/runner.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { anInbound, aRelease, toyTurn, ZALO } from './toys.ts';

onEachEngine('a turn runner', (make) => {
  let database: Database;
  let test: TestDatabase;
  let store: TurnStore;
  const hub = createTranscriptHub();
  const runners: TurnRunner[] = [];
  const logged: string[] = [];

  beforeEach(async () => {
    ({ database, test } = await migrated(make));
    store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createInsightWriter()] });
    logged.length = 0;
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await database.close();
    await test.drop();
  });

  function started(runTurn: RunTurn, changes: Partial<TurnRunnerOptions> = {}): TurnRunner {
    const runner = createTurnRunner({
      store,
      runTurn,
      release: aRelease,
      hub,
      workers: 4,
      clock: Date.now,
      log: { warn: (_, text) => logged.push(text), error: (_, text) => logged.push(text) },
      pollMs: 50,
      ...changes,
    });
    runners.push(runner);
    runner.start();
    return runner;
  }
  const nobody: Pick<TurnRunner, 'poke' | 'reserve'> = { poke: () => undefined, reserve: () => null };
  const hear = (runner: TurnRunner | null, changes: Partial<Inbound> & { readonly text?: string }) =>
    receive({ store, hub, runner: runner ?? nobody }, anInbound({ account: ZALO, ...changes }));
  const rows = (conversation: string): Promise<readonly ActivityRow[]> =>
    store.activitiesAfter(conversation, 0, 1000);
  const textOf = ({ json }: ActivityRow): string => (JSON.parse(json) as { text: string }).text;
  async function texts(conversation: string): Promise<readonly string[]> {
    return (await rows(conversation)).map(textOf);
  }
  async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await condition())) await sleep(5);
  }
  const replied = (conversation: string, count: number) =>
    until(async () => (await rows(conversation)).filter(({ kind }) => kind === 'out').length >= count);
  const statuses = async (): Promise<readonly string[]> =>
    (await database.db.selectFrom('inbox').select('status').orderBy('id').execute()).map(
      ({ status }) => status,
    );

  it('answers quick messages of one conversation one at a time, in order', async () => {
    let running = 0;
    const runner = started(async (work, release, now) => {
      running += 1;
      expect(running).toBe(1);
      await sleep(Math.random() * 10);
      running -= 1;
      return toyTurn(work, release, now);
    });
    const said = Array.from({ length: 12 }, (_, n) => `tin ${n}`);
    const [first] = await Promise.all(said.map((text) => hear(runner, { text })));
    await replied(first!.conversation, 12);
    const replies = (await texts(first!.conversation)).filter((text) => text.startsWith('echo'));
    expect(replies).toEqual(said.map((text) => `echo: ${text}`));
  });

  it('leases with the storing where a worker is free, and keeps the order of those that find none', async () => {
    let finish: () => void = () => undefined;
    const taken: string[] = [];
    const runner = started(
      async (work, release, now) => {
        const { event } = work.message;
        if (event.kind === 'text' && event.text === 'lâu') await new Promise<void>((go) => (finish = go));
        return toyTurn(work, release, now);
      },
      { workers: 2, store: { ...store, take: (...of) => (taken.push(of[3] ?? 'any'), store.take(...of)) } },
    );
    const conversation = 'known';
    await store.openConversation({ id: conversation, account: ZALO, person: conversation, at: Date.now() });
    const say = (text: string) => hear(runner, { person: conversation, conversation, text });
    const first = await say('lâu');
    expect(first.work?.message).toMatchObject({ event: { kind: 'text', text: 'lâu' }, attempts: 0 });
    const rest = await Promise.all(['hai', 'ba', 'bốn'].map(say));
    expect(rest.map(({ work }) => work)).toEqual([null, null, null]);
    finish();
    await replied(conversation, 4);
    const said = (await texts(conversation)).filter((text) => text.startsWith('echo'));
    expect(said).toEqual(['lâu', 'hai', 'ba', 'bốn'].map((text) => `echo: ${text}`));
    expect(taken).not.toContain(conversation);
    // The worker is free again: nothing is left in hand.
    await until(async () => (await say('năm')).work !== null);
  });

  it('answers other conversations while one turn takes long', async () => {
    let finish: () => void = () => undefined;
    const runner = started(async (work, release, now) => {
      if (work.message.event.kind === 'text' && work.message.event.text === 'lâu') {
        await new Promise<void>((resolve) => (finish = resolve));
      }
      return toyTurn(work, release, now);
    });
    const slow = await hear(runner, { person: 'a', text: 'lâu' });
    const quick = await Promise.all(
      Array.from({ length: 10 }, (_, n) => hear(runner, { person: `b${n}`, text: 'nhanh' })),
    );
    for (const { conversation } of quick) await replied(conversation, 1);
    expect(await texts(slow.conversation)).toEqual(['lâu']);
    finish();
    await replied(slow.conversation, 1);
  });

  it('finds what waits without a poke', async () => {
    const { conversation } = await hear(null, {});
    started(toyTurn);
    await replied(conversation, 1);
    await hear(null, {});
    await replied(conversation, 2);
    expect(await statuses()).toEqual(['done', 'done']);
  });

  it('renews the lease of a long turn, so nobody else runs it', async () => {
    let turns = 0;
    const slow: RunTurn = async (work, release, now) => {
      turns += 1;
      await sleep(700);
      return toyTurn(work, release, now);
    };
    started(slow, { leaseMs: 200 });
    started(slow, { leaseMs: 200 });
    const { conversation } = await hear(null, {});
    await replied(conversation, 1);
    expect(turns).toBe(1);
  });

  it('takes over from a holder that is gone', async () => {
    const { conversation } = await hear(null, {});
    await store.take('gone', Date.now(), 300);
    started(toyTurn);
    await replied(conversation, 1);
    expect(await texts(conversation)).toHaveLength(2);
  });

  describe('when turns fail', () => {
    it('tries again, and what came after waits its turn', async () => {
      let failures = 0;
      const runner = started((work, release, now) => {
        if (failures < 2) {
          failures += 1;
          throw new Error('broken');
        }
        return toyTurn(work, release, now);
      });
      const { conversation } = await hear(runner, { text: 'một' });
      await hear(runner, { text: 'hai' });
      await replied(conversation, 2);
      expect((await texts(conversation)).slice(2)).toEqual(['echo: một', 'echo: hai']);
      expect(logged).toEqual(['A turn failed', 'A turn failed']);
    });

    async function poisoned(): Promise<void> {
      await database.db.updateTable('inbox').set({ attempts: 4 }).where('status', '=', 'pending').execute();
    }
    const broken: RunTurn = (work, release, now) => {
      if (work.message.event.kind === 'text' && work.message.event.text === 'hỏng') throw new Error('broken');
      return toyTurn(work, release, now);
    };

    it('apologises after the fifth time, and goes on behind it', async () => {
      const { conversation } = await hear(null, { text: 'hỏng' });
      await poisoned();
      await hear(null, { text: 'tiếp' });
      started(broken, {
        onPoison: async (work, release, now) => {
          const outcome = await toyTurn(work, release, now);
          const [entry] = outcome.transcript;
          return { ...outcome, transcript: [{ ...entry!, activity: { type: 'message', text: 'xin lỗi' } }] };
        },
      });
      await replied(conversation, 2);
      expect((await texts(conversation)).slice(2)).toEqual(['xin lỗi', 'echo: tiếp']);
      expect(await statuses()).toEqual(['failed', 'done']);
    });

    it.each<readonly [string, Partial<TurnRunnerOptions>]>([
      ['there is no apology', {}],
      ['the apology fails', { onPoison: () => Promise.reject(new Error('broken too')) }],
    ])('puts the message aside in silence where %s', async (_, changes) => {
      const { conversation } = await hear(null, { text: 'hỏng' });
      await poisoned();
      await hear(null, { text: 'tiếp' });
      started(broken, changes);
      await replied(conversation, 1);
      expect((await texts(conversation)).slice(2)).toEqual(['echo: tiếp']);
      expect(await statuses()).toEqual(['failed', 'done']);
    });

    it('gives up a turn that never ends', async () => {
      let turns = 0;
      const runner = started(
        (work, release, now) => {
          turns += 1;
          return turns === 1 ? new Promise(() => undefined) : toyTurn(work, release, now);
        },
        { turnMs: 50 },
      );
      const { conversation } = await hear(runner, {});
      await replied(conversation, 1);
      expect(turns).toBe(2);
    });
  });

  it('is silent while a person owns the conversation, and speaks again afterwards', async () => {
    const runner = started(toyTurn);
    const { conversation } = await hear(runner, { text: 'một' });
    await replied(conversation, 1);
    const own = (owner: string) => database.db.updateTable('conversation').set({ owner }).execute();
    await own('person');
    await hear(runner, { text: 'hai' });
    await until(async () => (await statuses()).every((status) => status === 'done'));
    expect(await texts(conversation)).toEqual(['một', 'echo: một', 'hai']);
    await own('closed');
    await hear(runner, { text: 'ba' });
    await replied(conversation, 2);
    expect(await store.findConversation(conversation)).toMatchObject({
      owner: 'bot',
      state: { data: ['một', 'ba'] },
    });
  });

  it('leaves the conversation with an officer who took over while the turn ran', async () => {
    const runner = started(async (work, release, now) => {
      await database.db.updateTable('conversation').set({ owner: 'person' }).execute();
      return toyTurn(work, release, now);
    });
    const { conversation } = await hear(runner, {});
    await replied(conversation, 1);
    expect(await store.findConversation(conversation)).toMatchObject({ owner: 'person' });
  });

  it('finishes the turns in hand when it stops, and takes nothing more', async () => {
    let began: () => void = () => undefined;
    const inTurn = new Promise<void>((resolve) => (began = resolve));
    const runner = started(async (work, release, now) => {
      began();
      await sleep(100);
      return toyTurn(work, release, now);
    });
    const { conversation } = await hear(runner, { text: 'một' });
    await inTurn;
    await hear(runner, { text: 'hai' });
    await runner.stop();
    expect(await texts(conversation)).toEqual(['một', 'hai', 'echo: một']);
    expect(await statuses()).toEqual(['done', 'pending']);
    started(toyTurn);
    await replied(conversation, 2);
  });

  it('lets many residents talk at once without mixing them up, told once each', async () => {
    const runner = started(toyTurn, { workers: 8 });
    await Promise.all(
      Array.from({ length: 20 }, async (_, person) => {
        for (let n = 0; n < 5; n += 1) {
          const changes = { person: `p${person}`, dedupeKey: `k${n}`, text: `${person}/${n}` };
          const [{ conversation }] = await Promise.all([hear(runner, changes), hear(runner, changes)]);
          await replied(conversation, n + 1);
        }
      }),
    );
    const conversations = await database.db.selectFrom('conversation').select('id').execute();
    expect(conversations).toHaveLength(20);
    for (const { id } of conversations) {
      const said = await texts(id);
      const person = said[0]!.split('/')[0];
      const turns = Array.from({ length: 5 }, (_, n) => [`${person}/${n}`, `echo: ${person}/${n}`]).flat();
      expect(said).toEqual(turns);
    }
  });

  it('lets a follower see every row once and in order, also those of another process', async () => {
    const elsewhere = test.open();
    const other = createTurnStore({ database: elsewhere, sealKey: 'ab'.repeat(32), writers: [] });
    const { conversation } = await hear(null, { text: '0' });
    const seen: number[] = [];
    const following = follow({
      store,
      hub,
      conversation,
      after: 0,
      onRows: (found) => seen.push(...found.map(({ seq }) => seq)),
      onError: () => undefined,
      pollMs: 30,
    });
    for (let n = 1; n <= 30; n += 1) {
      const inbound = anInbound({ account: ZALO, text: `${n}` });
      if (n % 2 === 0) await other.accept(inbound);
      else await hear(null, inbound);
    }
    await until(() => seen.length >= 31);
    following.stop();
    await hear(null, { text: 'unseen' });
    await sleep(60);
    expect(seen).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
    await elsewhere.close();
  });
});
