import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, type Database } from '#store/database.ts';
import { removeHome, startToy, toyHome, type ToyServer } from '../directline/toy-house.ts';
import { fakeMeta, PAGE, type FakeMeta } from './fake-meta.ts';

const sample = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as object;

let home: string;
let meta: FakeMeta;
let server: ToyServer;
let database: Database;
const PERSON = '7300000000000001';

async function open(): Promise<void> {
  database = openSqlite(`${home}/data.sqlite`);
  server = await startToy({
    home,
    environment: meta.environment({ [PAGE]: '25326', '104000000000002': '25333' }),
    parts: { database },
  });
  meta.webhook = `${server.url}/api/messenger/webhook`;
}

beforeEach(async () => {
  home = toyHome();
  meta = await fakeMeta();
  await open();
});
afterEach(async () => {
  await server.stop();
  await meta.close();
  removeHome(home);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const outbox = () => database.db.selectFrom('outbox').select(['status', 'why', 'uncertain']).execute();
const inbox = async () => (await database.db.selectFrom('inbox').selectAll().execute()).length;
const verify = (query: Record<string, string> | string) =>
  fetch(`${meta.webhook}?${typeof query === 'string' ? query : new URLSearchParams(query).toString()}`);
const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'mot-tu-bi-mat', 'hub.challenge': '1158201444' };

describe('the verification of Messenger', () => {
  it('gives the challenge back word for word, as plain text', async () => {
    const response = await verify(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('1158201444');
  });

  it('refuses another token, another mode, a script for a challenge, and anything twice', async () => {
    const bad = [
      { ...asked, 'hub.verify_token': 'khac' },
      { ...asked, 'hub.mode': 'unsubscribe' },
      { ...asked, 'hub.challenge': '<script>alert(1)</script>' },
      {},
      `${new URLSearchParams(asked).toString()}&hub.verify_token=khac`,
    ];
    for (const query of bad) expect([query, (await verify(query)).status]).toEqual([query, 403]);
  });
});

describe('the webhook of Messenger', () => {
  it('answers what a resident writes, shows that it is at it, and takes taps', async () => {
    expect(await meta.says(PERSON, 'choose')).toBe(200);
    await meta.until(1);
    expect(meta.shown[0]?.quickReplies).toEqual([
      { title: 'Có', payload: 'chon q:a:co' },
      { title: 'Không', payload: 'chon q:a:khong' },
    ]);
    expect(meta.actions).toEqual(expect.arrayContaining(['mark_seen', 'typing_on']));
    await meta.says(PERSON, { text: 'Có', quick_reply: { payload: 'chon q:a:co' } });
    await meta.until(2);
    expect(meta.shown[1]?.text).toBe('choice: choice q:a:co (1)');
  });

  it('checks the signature over the bytes, in which Vietnamese is escaped, and refuses what is forged', async () => {
    expect(await meta.says(PERSON, 'Tôi muốn đăng ký tạm trú <100%> a@b.vn https://dichvucong.gov.vn')).toBe(
      200,
    );
    await meta.until(1);
    expect(meta.shown[0]?.text).toContain('Tôi muốn đăng ký tạm trú <100%> a@b.vn https://dichvucong.gov.vn');
    type Change = NonNullable<Parameters<FakeMeta['send']>[1]>;
    const signed =
      (value: string): Change =>
      (_, text) => ({ headers: { 'X-Hub-Signature-256': value }, text });
    const forged: readonly Change[] = [
      (_, text) => ({ headers: {}, text }),
      signed(`sha256=${'0'.repeat(64)}`),
      signed('sha256='),
      signed('a'.repeat(64)),
      signed('sha1=abc'),
      (headers, text) => ({ headers, text: text.replace('tin', 'tim') }),
      (headers, text) => ({ headers, text: text.slice(0, -1) }),
    ];
    const body = { object: 'page', entry: [], note: 'tin' };
    for (const change of forged) expect(await meta.send(body, change)).toBe(403);
    expect(
      await meta.send({ object: 'page', entry: [], filler: 'x'.repeat(3_000_000) }).catch(() => 413),
    ).toBe(413);
    expect(await inbox()).toBe(1);
  });

  it('agrees with the vectors of others', async () => {
    const { meta: set } = sample('signature-vectors') as unknown as {
      meta: {
        vectors: {
          name: string;
          appSecret: string;
          rawBodyBase64: string;
          header_x_hub_signature_256: string;
        }[];
      };
    };
    for (const { name, rawBodyBase64, header_x_hub_signature_256: header } of set.vectors) {
      const text = Buffer.from(rawBodyBase64, 'base64').toString('utf8');
      const headers = { 'X-Hub-Signature-256': header };
      const { status } = await fetch(meta.webhook, { method: 'POST', headers, body: text });
      expect([name, status]).toEqual([name, 200]);
    }
  });

  it('knows every event of the samples, and answers only what people did', async () => {
    for (const file of readdirSync(new URL('./samples/', import.meta.url))) {
      if (!/^messenger-(?!response)/.test(file)) continue;
      expect([file, await meta.send(sample(file.replace('.json', '')))]).toEqual([file, 200]);
    }
    await settled();
    expect(meta.shown.every(({ to }) => to.startsWith('73000'))).toBe(true);
  });

  it('takes all of a batch, each once, also when one item is broken', async () => {
    const item = (person: string, mid: string) => ({
      sender: { id: person },
      recipient: { id: PAGE },
      timestamp: 1,
      message: { mid, text: `tin ${mid}` },
    });
    const batch = {
      object: 'page',
      entry: [
        { id: PAGE, time: 1, messaging: [item('1', 'a'), null, { sender: 5 }, item('2', 'b')] },
        { id: PAGE, time: 1, messaging: [item('1', 'c')] },
      ],
    };
    expect(await meta.send(batch)).toBe(200);
    expect(await meta.send(batch)).toBe(200);
    await meta.until(3);
    await settled();
    expect(meta.shown.filter(({ to }) => to === '1').map(({ text }) => text)).toEqual([
      'text: tin a (0)',
      'text: tin c (1)',
    ]);
    expect(meta.shown).toHaveLength(3);
  });

  it('says nothing where another app has the conversation', async () => {
    await meta.send(sample('messenger-standby'));
    await meta.send(sample('messenger-standby-postback'));
    await settled();
    expect(meta.shown).toEqual([]);
  });

  it('is silent while an officer writes in the inbox of the page', async () => {
    await meta.says(PERSON, 'chào');
    await meta.until(1);
    await meta.send(sample('messenger-message-echo-inbox-human'));
    await meta.says(PERSON, 'dạ');
    await settled();
    expect(meta.shown).toHaveLength(1);
    const [row] = await database.db.selectFrom('conversation').select('owner').execute();
    expect(row?.owner).toBe('person');
  });

  it('greets who gets started, and answers an ice breaker as a question', async () => {
    const postback = (payload: string, mid: string) => ({
      object: 'page',
      entry: [
        {
          id: PAGE,
          time: 1,
          messaging: [
            {
              sender: { id: PERSON },
              recipient: { id: PAGE },
              timestamp: 1,
              postback: { mid, title: 'x', payload },
            },
          ],
        },
      ],
    });
    await meta.send(postback('BAT_DAU', 'p1'));
    await meta.until(1);
    await meta.send(postback('Đăng ký tạm trú cần gì?', 'p2'));
    await meta.until(2);
    expect(meta.shown.map(({ text }) => text)).toEqual(['Xin chào', 'text: Đăng ký tạm trú cần gì? (1)']);
  });
});

describe('sending over the Send API', () => {
  const error = (status: number, value: object) => ({ kind: 'error', status, error: value }) as const;

  it('tries again what is temporary, a gateway in the way included', async () => {
    meta.script.push(
      { kind: 'http', status: 502, body: '<html>' },
      error(500, { code: 2, is_transient: true }),
    );
    await meta.says(PERSON, 'chào');
    await meta.until(1, 20_000);
    await expect.poll(outbox).toMatchObject([{ status: 'sent' }]);
  });

  it.each([
    [{ code: 10, error_subcode: 2_018_278 }, 'failed'],
    [{ code: 551, error_subcode: 1_545_041 }, 'failed'],
    [{ code: 200, error_subcode: 1_545_041 }, 'failed'],
    [{ code: 100, error_subcode: 2_018_001 }, 'failed'],
    [{ code: 190, error_subcode: 463 }, 'held'],
    [{ code: 368 }, 'held'],
  ] as const)('%o leaves it %s', async (value, status) => {
    meta.script.push(error(400, value));
    await meta.says(PERSON, 'chào');
    await expect.poll(outbox).toMatchObject([{ status }]);
    const ready = (await (await fetch(`${server.url}/readyz`)).json()) as { channels: { state: string }[] };
    expect(ready.channels[0]?.state).toBe(status === 'held' ? 'alarm' : 'ok');
  });

  it('does not double a message whose answer was lost but whose echo came', async () => {
    meta.echo = true;
    meta.script.push({ kind: 'cut-after' });
    await meta.says(PERSON, 'chào');
    await expect.poll(outbox).toMatchObject([{ status: 'sent' }]);
    await settled();
    expect(meta.shown).toHaveLength(1);
    const [row] = await database.db.selectFrom('conversation').select('owner').execute();
    expect(row?.owner).toBe('bot');
  });
});
