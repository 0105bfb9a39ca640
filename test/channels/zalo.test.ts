import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokenStore } from '#tokens/repository.ts';
import { openSqlite, type Database } from '#store/database.ts';
import { removeHome, startToy, toyHome, type ToyServer } from '../directline/toy-house.ts';
import { fakeZalo, OA, type FakeZalo } from './fake-zalo.ts';

const KEY = 'ab'.repeat(32);
const sample = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as object;

let home: string;
let zalo: FakeZalo;
let server: ToyServer;
let database: Database;

const environment = (): Record<string, string> =>
  zalo.environment({ [OA]: '25326', '3880000000000000399': '25333' });

async function open(clock: () => number = Date.now): Promise<void> {
  database = openSqlite(`${home}/data.sqlite`);
  server = await startToy({ home, environment: environment(), parts: { database, clock } });
  zalo.webhook = `${server.url}/api/zalo/webhook`;
}

/** As if an administrator had consented in the console. */
async function consented(oa = OA): Promise<void> {
  const { access, refresh } = zalo.grant(oa);
  const hours = 3_600_000;
  await createTokenStore({ database, sealKey: KEY }).put(
    'zalo',
    oa,
    { access, refresh, expiresAt: Date.now() + 25 * hours, refreshExpiresAt: Date.now() + 2000 * hours },
    Date.now(),
  );
}

beforeEach(async () => {
  home = toyHome();
  zalo = await fakeZalo();
  await open();
  await consented();
});
afterEach(async () => {
  await server.stop();
  await zalo.close();
  removeHome(home);
});

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(zalo.webhook, { method: 'POST', body, headers }).then(({ status }) => status);
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const inbox = async () => (await database.db.selectFrom('inbox').selectAll().execute()).length;
const outbox = () => database.db.selectFrom('outbox').select(['status', 'why', 'uncertain']).execute();

describe('the webhook of Zalo', () => {
  it('answers the unsigned probe that saving the URL sends, and keeps nothing', async () => {
    expect(await post('{}')).toBe(200);
    expect(await post('')).toBe(200);
    expect(await inbox()).toBe(0);
  });

  it('answers what a resident writes, with the buttons of the reply', async () => {
    expect(await zalo.says('8309000000000000246', 'choose')).toBe(200);
    await zalo.until(1);
    expect(zalo.shown[0]).toMatchObject({
      to: '8309000000000000246',
      buttons: [
        { title: 'Có', type: 'oa.query.hide', payload: '#chon q:a:co Có' },
        { title: 'Không', payload: '#chon q:a:khong Không' },
      ],
    });
    await zalo.says('8309000000000000246', '#chon q:a:co Có');
    await zalo.until(2);
    expect(zalo.shown[1]?.text).toBe('choice: choice q:a:co (1)');
  });

  it('takes each of the signature vectors and spellings of the header, and refuses the forged ones', async () => {
    const { zalo: set } = sample('signature-vectors') as {
      zalo: {
        vectors: { name: string; rawBodyBase64: string; header: string }[];
        accept_header_variants_for_ascii: string[];
        must_reject_for_ascii: Record<string, string>;
      };
    };
    const [ascii] = set.vectors;
    const told = (base64: string, header: string): Promise<number> =>
      post(Buffer.from(base64, 'base64').toString('utf8'), { 'X-ZEvent-Signature': header });
    for (const { name, rawBodyBase64, header } of set.vectors) {
      expect([name, await told(rawBodyBase64, header)]).toEqual([name, 200]);
    }
    for (const header of set.accept_header_variants_for_ascii) {
      expect([header, await told(ascii!.rawBodyBase64, header)]).toEqual([header, 200]);
    }
    for (const header of Object.values(set.must_reject_for_ascii)) {
      const status = await told(ascii!.rawBodyBase64, header).catch(() => 403);
      expect([header, status]).toEqual([header, 403]);
    }
  });

  it('refuses what is forged, tampered with, cut or too large, and keeps nothing of it', async () => {
    const event = sample('zalo-user_send_text');
    type Change = NonNullable<Parameters<FakeZalo['send']>[1]>;
    const signature =
      (value: string): Change =>
      (_, body) => ({
        headers: { 'X-ZEvent-Signature': value },
        body,
      });
    const tampered: readonly (readonly [string, Change])[] = [
      ['without a signature', (_, body) => ({ headers: {}, body })],
      ['a wrong signature', signature(`mac=${'0'.repeat(64)}`)],
      ['no hex', signature('mac=khong')],
      ['another text', (headers, body) => ({ headers, body: body.replace('tạm trú', 'thường trú') })],
      ['another app', (headers, body) => ({ headers, body: body.replace(zalo.appId, '999') })],
    ];
    for (const [name, change] of tampered) {
      expect([name, await zalo.send(event, change)]).toEqual([name, 403]);
    }
    expect(await post('{"event_name":', { 'X-ZEvent-Signature': 'mac=00' })).toBe(400);
    expect(await post(JSON.stringify({ event_name: 'x'.repeat(300_000) }))).toBe(413);
    expect(await inbox()).toBe(0);
  });

  it('knows every event of the samples: answers 200, and speaks to people only who spoke to it', async () => {
    for (const file of readdirSync(new URL('./samples/', import.meta.url))) {
      if (!/^zalo-(?!response|oauth|probe)/.test(file)) continue;
      expect([file, await zalo.send(sample(file.replace('.json', '')))]).toEqual([file, 200]);
    }
    await settled();
    const people = new Set(zalo.shown.map(({ to }) => to));
    expect([...people].every((id) => ['8309000000000000246', 'anon-7d1c2b9e0f'].includes(id))).toBe(true);
  });

  it('takes the same event once, at once and again, and after a restart', async () => {
    const event = { ...sample('zalo-user_send_text') };
    await Promise.all([zalo.send(event), zalo.send(event), zalo.send(event)]);
    await zalo.until(1);
    await server.stop();
    await open();
    await zalo.send(event);
    await settled();
    expect(zalo.shown).toHaveLength(1);
  });

  it('keeps two quick messages of one person in order, and is not held up by another', async () => {
    const person = '8309000000000000246';
    await zalo.says(person, 'một');
    await zalo.says(person, 'hai');
    await zalo.says('8309000000000000999', 'ba');
    await zalo.until(3);
    const told = zalo.shown.filter(({ to }) => to === person).map(({ text }) => text);
    expect(told).toEqual(['text: một (0)', 'text: hai (1)']);
  });

  it('checks a body without a time with the time of its header', async () => {
    const { timestamp: _, ...timeless } = sample('zalo-user_send_text') as Record<string, unknown>;
    const body = JSON.stringify(timeless);
    const signed = (time: string): Record<string, string> => ({
      'X-ZEvent-Timestamp': time,
      'X-ZEvent-Signature': `mac=${createHash('sha256')
        .update(zalo.appId + body + time + zalo.oaSecretKey)
        .digest('hex')}`,
    });
    expect(await post(body, { ...signed('1795312800123'), 'X-ZEvent-Timestamp': '1' })).toBe(403);
    expect(await post(body, signed('1795312800123'))).toBe(200);
  });

  it('greets once where following and opening come together', async () => {
    await zalo.send(sample('zalo-follow'));
    await zalo.send(sample('zalo-user_click_chatnow'));
    await zalo.until(1);
    await settled();
    expect(zalo.shown).toHaveLength(1);
  });

  it('serves several accounts, each for its ward, and none that it does not know', async () => {
    await consented('3880000000000000399');
    await zalo.says('8309000000000000246', 'chào', '3880000000000000399');
    await zalo.says('8309000000000000246', 'chào', '3880000000000000111');
    await zalo.until(1);
    await settled();
    expect(zalo.shown.map(({ oa }) => oa)).toEqual(['3880000000000000399']);
    const [row] = await database.db.selectFrom('conversation').select('home_unit').execute();
    expect(row?.home_unit).toBe('25333');
  });

  it('masks before anything is stored, and keeps no id of a person in clear', async () => {
    await zalo.says('8309000000000000246', 'secret');
    await zalo.until(1);
    const tables = JSON.stringify([
      await database.db.selectFrom('conversation').selectAll().execute(),
      await database.db.selectFrom('inbox').selectAll().execute(),
      await database.db.selectFrom('activity').selectAll().execute(),
    ]);
    expect(tables).not.toContain('8309000000000000246');
  });

  it('erases what is stored when a person withdraws', async () => {
    await zalo.says('8309000000000000246', 'chào');
    await zalo.until(1);
    await zalo.send(sample('zalo-user_withdraw'));
    await settled();
    expect(await database.db.selectFrom('conversation').selectAll().execute()).toEqual([]);
  });

  it('is silent while an officer writes in the console, and answers again afterwards', async () => {
    const person = '8309000000000000246';
    await zalo.says(person, 'chào');
    await zalo.until(1);
    await zalo.send(sample('zalo-oa_send_text'));
    await zalo.says(person, 'dạ tôi tên Hoa');
    await settled();
    expect(zalo.shown).toHaveLength(1);
    const [row] = await database.db.selectFrom('conversation').select(['owner', 'paused_until']).execute();
    expect(row).toMatchObject({ owner: 'person' });
    expect(row?.paused_until ?? 0).toBeGreaterThan(Date.now() + 29 * 60_000);
  });
});

describe('sending to Zalo', () => {
  it('renews an access token that Zalo no longer takes, once, and sends', async () => {
    zalo.expire(OA);
    await Promise.all(['1', '2', '3'].map((n) => zalo.says(`830900000000000024${n}`, 'chào')));
    await zalo.until(3);
    expect(zalo.refreshes).toHaveLength(1);
  });

  it('asks again for a token where Zalo refused it for a passing reason', async () => {
    zalo.expire(OA);
    zalo.tokenFaults.push(-32);
    await zalo.says('8309000000000000246', 'chào');
    await zalo.until(1, 20_000);
    const [row] = await database.db.selectFrom('channel_token').select('refused').execute();
    expect(row?.refused).toBeNull();
  });

  it('keeps the queue and raises an alarm when it may not send any more, and sends it after a new consent', async () => {
    zalo.revoke(OA);
    await zalo.says('8309000000000000246', 'chào');
    await expect.poll(outbox).toMatchObject([{ status: 'held' }]);
    const ready = await (await fetch(`${server.url}/readyz`)).json();
    expect(ready).toMatchObject({ ready: true, channels: [{ channel: 'zalo', state: 'alarm', held: 1 }] });
  });

  it('tries again what Zalo or a gateway refuses for the moment', async () => {
    zalo.script.push(
      { kind: 'http', status: 502, body: '<html>Bad gateway</html>' },
      { kind: 'error', code: -32 },
    );
    await zalo.says('8309000000000000246', 'chào');
    await zalo.until(1, 20_000);
    await expect.poll(outbox).toMatchObject([{ status: 'sent' }]);
  });

  it('sends by number what Zalo does not take with buttons', async () => {
    zalo.script.push({ kind: 'error', code: -201 });
    await zalo.says('8309000000000000246', 'choose');
    await zalo.until(1);
    expect(zalo.shown[0]?.buttons).toEqual([]);
    expect(zalo.shown[0]?.text).toContain('1. Có\n2. Không');
  });

  it('does not send again to a person who does not want it', async () => {
    zalo.script.push({ kind: 'error', code: -213 });
    await zalo.says('8309000000000000246', 'chào');
    await expect.poll(outbox).toMatchObject([{ status: 'failed', why: 'Zalo -213' }]);
  });

  it('does not double a message whose answer was lost but whose echo came', async () => {
    zalo.echo = true;
    zalo.script.push({ kind: 'cut-after' });
    await zalo.says('8309000000000000246', 'chào');
    await expect.poll(outbox).toMatchObject([{ status: 'sent' }]);
    expect(zalo.shown).toHaveLength(1);
  });

  it('holds a message in doubt whose answer was lost and whose echo did not come', async () => {
    zalo.script.push({ kind: 'cut-after' });
    await zalo.says('8309000000000000246', 'chào');
    await expect.poll(outbox).toMatchObject([{ status: 'uncertain', uncertain: 1 }]);
  });
});
