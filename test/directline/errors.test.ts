import { createHmac, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText, call, open, poll, refusedUpgrade, sample, say, startTalk, type Talk } from './client.ts';
import { SECRET, startToy, type ToyServer } from './toy-house.ts';

const SEAL_KEY = 'ab'.repeat(32);

/** A token as the server would have signed it; made here anew, so that the product's signer proves nothing to itself. */
function forge(claims: Record<string, unknown>, key = SEAL_KEY): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const signer = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'direct-line token', 32));
  return `${signed}.${createHmac('sha256', signer).update(signed).digest('base64url')}`;
}
const seconds = Math.floor(Date.now() / 1000);

describe('errors that Direct Line clients react to', () => {
  let server: ToyServer;
  let talk: Talk;
  beforeAll(async () => {
    server = await startToy();
    talk = await startTalk(server.url);
  });
  afterAll(() => server.stop());

  const dl = (path: string, init: Parameters<typeof call>[2] = {}) =>
    call(server.url, `/v3/directline${path}`, init);

  it('are 401 without, with a malformed and with a forged token', async () => {
    const path = `/conversations/${talk.id}/activities`;
    const claims = { use: 'chat', conv: talk.id, account: 'city', exp: seconds + 600 };
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forge(claims).split('.')[1] ?? ''}.`;
    const expected = { status: 401, body: { error: { code: 'Unauthorized' } } };
    expect(await dl(path)).toMatchObject(expected);
    expect(await dl(path, { headers: { authorization: 'Basic x' } })).toMatchObject(expected);
    for (const token of ['junk', 'a.b.c', unsigned, forge(claims, 'cd'.repeat(32)), `${talk.token}x`]) {
      expect(await dl(path, { token })).toMatchObject(expected);
    }
    expect(await dl(path, { token: forge({ ...claims, use: 'stream' }) })).toMatchObject(expected);
    expect((await dl(path, { token: forge(claims) })).status).toBe(200);
    expect(await dl('/tokens/generate', { token: talk.token, body: {} })).toMatchObject(expected);
    expect(await dl('/tokens/generate', { token: `${SECRET}x`, body: {} })).toMatchObject(expected);
  });

  it('are 403 TokenExpired for a token that is truly expired, and nothing else', async () => {
    const token = forge({ use: 'chat', conv: talk.id, account: 'city', exp: seconds - 1 });
    const expected = { status: 403, body: { error: { code: 'TokenExpired' } } };
    expect(await dl(`/conversations/${talk.id}`, { token })).toMatchObject(expected);
    expect(await dl(`/conversations/${talk.id}/activities`, { token, body: {} })).toMatchObject(expected);
    expect(await dl('/tokens/refresh', { token, method: 'POST' })).toMatchObject(expected);
  });

  it("are 404 for another's conversation and for one that does not exist", async () => {
    const other = await startTalk(server.url);
    const expected = { status: 404, body: { error: { code: 'NotFound' } } };
    for (const path of [`/conversations/${other.id}`, `/conversations/${other.id}/activities`]) {
      expect(await dl(path, { token: talk.token })).toMatchObject(expected);
    }
    const body = sample('directline-outgoing-message-from-webchat');
    expect(await dl(`/conversations/${other.id}/activities`, { token: talk.token, body })).toMatchObject(
      expected,
    );
    const token = forge({ use: 'chat', conv: 'DL-nowhere', account: 'city', exp: seconds + 600 });
    expect(await dl('/conversations/DL-nowhere/activities', { token })).toMatchObject(expected);
    expect(await dl('/conversations/DL-nowhere/activities', { token, body })).toMatchObject(expected);
    expect(await dl('/conversations/DL-nowhere', { token })).toMatchObject(expected);
    expect((await poll(server.url, other)).activities).toHaveLength(1);
  });

  it('are 400 for activities that are none', async () => {
    const bad = async (body: unknown) => await say(server.url, talk, body as never);
    expect(await bad({ text: 'x' })).toMatchObject({
      status: 400,
      body: { error: { code: 'MissingProperty' } },
    });
    expect(await bad({ type: 'conversationUpdate' })).toMatchObject({ status: 400 });
    expect(await bad({ type: 'message', text: { a: 1 } })).toMatchObject({ status: 400 });
    expect(await bad([1])).toMatchObject({ status: 400 });
    const path = `/conversations/${talk.id}/activities`;
    expect(await dl(path, { token: talk.token, body: '{"type":' })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect((await dl(path, { token: talk.token, body: `{"type":"message","value":${deep}}` })).status).toBe(
      400,
    );
    const asText = {
      token: talk.token,
      body: '{"type":"message"}',
      headers: { 'content-type': 'text/plain' },
    };
    expect((await dl(path, asText)).status).toBe(400);
  });

  it('are 413 for what is too large, before it is read', async () => {
    const path = `/conversations/${talk.id}/activities`;
    const body = JSON.stringify({ type: 'message', text: 'x'.repeat(900_000) });
    expect(await dl(path, { token: talk.token, body })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
    expect((await call(server.url, '/api/portal/token', { body: { unit: 'x'.repeat(20_000) } })).status).toBe(
      413,
    );
  });

  it('are JSON also where the framework itself answers', async () => {
    expect(await call(server.url, '/nowhere')).toMatchObject({
      status: 404,
      body: { error: { code: 'NotFound' } },
    });
    const put = await call(server.url, '/healthz', { method: 'PUT' });
    expect(put).toMatchObject({ status: 405, body: { error: { code: 'MethodNotAllowed' } } });
    for (const path of [
      '/%zz',
      '//',
      '/v3/directline/conversations/%00/activities',
      `/${'a'.repeat(5000)}`,
    ]) {
      const answer = await call(server.url, path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body['error']).toMatchObject({ code: anyText });
    }
  });

  it('are answered on the raw socket where an upgrade is refused', async () => {
    const ws = server.url.replace('http', 'ws');
    const stream = (id: string, token: string): string =>
      `${ws}/v3/directline/conversations/${id}/stream?t=${token}`;
    const claims = { use: 'stream', conv: talk.id, account: 'city', exp: seconds + 60 };
    expect(await refusedUpgrade(`${ws}/elsewhere`)).toBe(404);
    expect(await refusedUpgrade(stream(talk.id, 'junk'))).toBe(401);
    expect(await refusedUpgrade(stream(talk.id, talk.token))).toBe(401);
    expect(await refusedUpgrade(stream(talk.id, forge({ ...claims, exp: seconds - 1 })))).toBe(403);
    expect(await refusedUpgrade(stream('DL-other', forge(claims)))).toBe(404);
    expect(await refusedUpgrade(stream(talk.id, forge(claims)), 'https://evil.example.invalid')).toBe(403);
    const own = open(stream(talk.id, forge(claims)), 'https://anloc.example.invalid');
    await own.until(() => own.messages().length > 0);
    own.socket.terminate();
  });

  it('never stop a stock client from polling: what is not understood of a watermark means the start', async () => {
    for (const watermark of ['', '0', 'x', '999999', '-1', '%00', '1e3', '9'.repeat(50)]) {
      const set = await poll(server.url, talk, watermark);
      expect(set.activities[0]).toMatchObject({ text: 'Xin chào' });
      expect(set.watermark).toMatch(/^\d+$/);
    }
  });
});

describe('limits', () => {
  it('hold for tokens per address and messages per conversation', async () => {
    const server = await startToy({ environment: { TOKENS_PER_MINUTE: '3', MESSAGES_PER_MINUTE: '2' } });
    const talk = await startTalk(server.url);
    const other = await startTalk(server.url);
    await call(server.url, '/api/portal/token', { body: {} });
    expect(await call(server.url, '/api/portal/token', { body: {} })).toMatchObject({
      status: 429,
      body: { error: { code: 'RateLimited' } },
    });
    await say(server.url, talk, 'một');
    await say(server.url, talk, 'hai');
    const refused = await say(server.url, talk, 'ba');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await say(server.url, other, 'một')).status).toBe(200);
    await server.stop();
  });

  it('count the client behind a trusted proxy, and never believe an untrusted one', async () => {
    const from = (address: string) => ({ body: {}, headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    const trusting = await startToy({ environment: { TOKENS_PER_MINUTE: '1', TRUST_PROXY: '1' } });
    const doubting = await startToy({ environment: { TOKENS_PER_MINUTE: '1' } });
    const statuses = async (url: string): Promise<number[]> => [
      (await call(url, '/api/portal/token', from('1.1.1.1'))).status,
      (await call(url, '/api/portal/token', from('2.2.2.2'))).status,
      (await call(url, '/api/portal/token', from('1.1.1.1'))).status,
    ];
    expect(await statuses(trusting.url)).toEqual([200, 200, 429]);
    expect(await statuses(doubting.url)).toEqual([200, 429, 429]);
    await trusting.stop();
    await doubting.stop();
  });
});
