import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOutreachWriter } from '#outreach/repository.ts';
import { createTokenStore } from '#tokens/repository.ts';
import type { Database } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { readDue, type Dialogs, type Effect } from '#turns/ports.ts';
import { removeHome, startToy, toyHome, type ToyServer } from '../directline/toy-house.ts';
import { onEachEngine, type TestDatabase } from '../support/engines.ts';
import { fakeZalo, OA, type FakeZalo } from './fake-zalo.ts';

const HOUR = 3_600_000;
const HOA = '8309000000000000246';
const at = (text: string): number => Date.parse(`${text}+07:00`);

/** "nhắc 22" plans a reminder in 22 hours, "thôi" wants none any more; a reminder says what it is about. */
const dialogs: Dialogs = {
  contextOf: () => ({ topic: null, expects: null, unit: null }),
  decide: ({ event, context }) => {
    const text = event.kind === 'text' ? event.text : '';
    const [, what = 'nhắc', hours] = /^(nhắc|kết quả) (\d+)$/.exec(text) ?? [];
    const plan: Effect = {
      kind: 'plan',
      what: what === 'nhắc' ? 'resume' : 'result',
      about: 'khai-sinh',
      at: context.now + Number(hours) * HOUR,
      key: 'k',
    };
    const stop: Effect = { kind: 'no-reminders' };
    const due = readDue(event);
    return {
      state: { v: 1, data: null },
      replies: [
        {
          blocks: [{ kind: 'text', text: due === null ? `nghe: ${text}` : `nhắc anh/chị: ${due.what}` }],
          choices: [],
          facts: [],
        },
      ],
      effects: hours === undefined ? (text === 'thôi' ? [stop] : []) : [plan],
      expects: null,
      record: { outcome: 'smalltalk', topic: null, aspect: null, p: 1, alternatives: [] },
    };
  },
};

onEachEngine('messages that we start', (make) => {
  let home: string;
  let test: TestDatabase;
  let database: Database;
  let zalo: FakeZalo;
  let now: number;
  const servers: ToyServer[] = [];

  const open = async (): Promise<ToyServer> => {
    database = test.open();
    await migrate(database);
    const server = await startToy({
      home,
      environment: zalo.environment(),
      parts: { database, dialogs, clock: () => now, writers: [createOutreachWriter()], outreachMs: 20 },
    });
    servers.push(server);
    zalo.webhook = `${server.url}/api/zalo/webhook`;
    return server;
  };
  beforeEach(async () => {
    now = at('2026-11-22T10:00:00');
    home = toyHome();
    [test, zalo] = await Promise.all([make(), fakeZalo()]);
    await open();
    const lasts = now + 60 * 24 * HOUR;
    const pair = { ...zalo.grant(OA), expiresAt: lasts, refreshExpiresAt: lasts };
    await createTokenStore({ database, sealKey: 'ab'.repeat(32) }).put('zalo', OA, pair, now);
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await zalo.close();
    await test.drop();
    removeHome(home);
  });

  const told = (): string[] => zalo.shown.map(({ text }) => text);
  const plans = () => database.db.selectFrom('plan').select(['what', 'status', 'why']).execute();
  async function says(text: string): Promise<void> {
    const before = zalo.shown.length;
    await zalo.says(HOA, text);
    await zalo.until(before + 1);
  }

  it('leave once when they are due, also planned twice, by two processes, and with a mark that was lost', async () => {
    await says('nhắc 23');
    now += HOUR;
    await says('nhắc 22');
    await open();
    now += 22 * HOUR - 60_000;
    await sleep(150);
    expect(told()).toHaveLength(2);
    now += 2 * 60_000;
    await expect.poll(told).toEqual(['nghe: nhắc 23', 'nghe: nhắc 22', 'nhắc anh/chị: resume']);
    await expect.poll(plans).toEqual([{ what: 'resume', status: 'sent', why: null }]);
    // As if the process had died between sending and its mark.
    await database.db.updateTable('plan').set({ status: 'planned' }).execute();
    await expect.poll(plans).toMatchObject([{ status: 'sent' }]);
    await sleep(150);
    expect(told()).toHaveLength(3);
    const rows = await database.db.selectFrom('outbox').select('origin').orderBy('id').execute();
    expect(rows.map(({ origin }) => origin)).toEqual(['reply', 'reply', 'outreach']);
    // She said nothing: her window is as old as her last message.
    const [row] = await database.db.selectFrom('conversation').select('last_in_at').execute();
    expect(row?.last_in_at).toBe(at('2026-11-22T11:00:00'));
  });

  it('do not leave where she came back, stopped them, or left the account', async () => {
    await says('nhắc 20');
    now += HOUR;
    await says('em quay lại rồi');
    now += 20 * HOUR;
    await expect.poll(plans).toMatchObject([{ status: 'cancelled', why: 'she came back' }]);
    await says('kết quả 2');
    await says('thôi');
    expect(await plans()).toMatchObject([{ status: 'cancelled', why: 'she does not want it' }]);
    await says('kết quả 2');
    expect(await plans()).toMatchObject([{ status: 'planned' }]);
    const unfollow = { event_name: 'unfollow', oa_id: OA, follower: { id: HOA }, source: 'oa_profile' };
    expect(await zalo.send(unfollow)).toBe(200);
    expect(await plans()).toMatchObject([{ status: 'cancelled' }]);
    now += 3 * HOUR;
    await sleep(200);
    expect(told().filter((text) => text.startsWith('nhắc'))).toEqual([]);
  });

  it('wait for the morning where they are due at night', async () => {
    await says('nhắc 12');
    now = at('2026-11-22T23:00:00');
    await sleep(150);
    expect(told()).toHaveLength(1);
    expect(await plans()).toMatchObject([{ status: 'planned' }]);
    now = at('2026-11-23T07:00:00');
    await expect.poll(told).toHaveLength(2);
  });

  it('are held, and seen to be held, where the window of the channel is closed', async () => {
    await says('kết quả 50');
    now += 51 * HOUR;
    await expect.poll(plans).toMatchObject([{ status: 'held' }]);
    const ready = await (await fetch(`${servers[0]?.url ?? ''}/readyz`)).json();
    expect(ready).toMatchObject({ plans: { planned: 0, held: 1 } });
    const metrics = await (await fetch(`${servers[0]?.url ?? ''}/metrics`)).text();
    expect(metrics).toContain('outreach_plans{what="result",state="held"} 1');
    expect(told()).toHaveLength(1);
    // She writes: the window is open again.
    await says('chào');
    now += 11 * 60_000;
    await expect.poll(told).toContain('nhắc anh/chị: result');
  });

  it('are erased with the conversation', async () => {
    await says('nhắc 20');
    await zalo.send({ event_name: 'user_withdraw', oa_id: OA, user_id: HOA });
    await expect.poll(plans).toEqual([]);
    expect(await database.db.selectFrom('consent').selectAll().execute()).toEqual([]);
  });
});
