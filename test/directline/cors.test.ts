import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './client.ts';
import { startToy, type ToyServer } from './toy-house.ts';

const ALLOWED = 'https://anloc.example.invalid';

describe('pages of other sites', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());

  it('on the allow-list may send what stock clients send', async () => {
    const preflight = await call(server.url, '/v3/directline/conversations', {
      method: 'OPTIONS',
      headers: {
        origin: ALLOWED,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ALLOWED);
    expect(preflight.headers.get('vary')).toContain('Origin');
    const allowed = preflight.headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
      expect(allowed).toContain(name);
    }
  });

  it('can read errors too, or they would see status 0', async () => {
    const answers = [
      await call(server.url, '/v3/directline/conversations', {
        method: 'POST',
        headers: { origin: ALLOWED },
      }),
      await call(server.url, '/nowhere', { headers: { origin: ALLOWED } }),
      await call(server.url, '/healthz', { method: 'PUT', headers: { origin: ALLOWED } }),
      await call(server.url, '/api/portal/token', {
        body: { unit: 'x'.repeat(20_000) },
        headers: { origin: ALLOWED },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 405, 413]);
    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBe(ALLOWED);
  });

  it('that are not on it get no leave and no token', async () => {
    const headers = { origin: 'https://evil.example.invalid' };
    const preflight = await call(server.url, '/api/portal/token', { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const token = await call(server.url, '/api/portal/token', { body: {}, headers });
    expect(token).toMatchObject({ status: 403, body: { error: { code: 'OriginNotAllowed' } } });
  });

  it('get credentials on the one call that is made with them', async () => {
    const session = await call(server.url, '/v3/directline/session/getsessionid', {
      headers: { origin: ALLOWED },
    });
    expect(session.headers.get('access-control-allow-credentials')).toBe('true');
    const other = await call(server.url, '/v3/directline/conversations/x', { headers: { origin: ALLOWED } });
    expect(other.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('need not be on it to be our own page', async () => {
    const own = await call(server.url, '/api/portal/token', { body: {}, headers: { origin: server.url } });
    expect(own.status).toBe(200);
  });
});
