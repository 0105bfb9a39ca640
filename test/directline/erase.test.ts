import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, open, poll, say, startTalk } from './client.ts';
import { removeHome, startToy, toyHome, type ToyServer } from './toy-house.ts';

describe('a resident who has her conversation erased', () => {
  let server: ToyServer;
  const home = toyHome();
  beforeAll(async () => {
    server = await startToy({ home });
  });
  afterAll(async () => {
    await server.stop();
    removeHome(home);
  });
  const erase = (token?: string) =>
    call(server.url, '/api/portal/conversation', {
      method: 'DELETE',
      ...(token === undefined ? {} : { token }),
    });

  it('finds nothing of it afterwards, and others lose nothing', async () => {
    const [talk, other] = [await startTalk(server.url), await startTalk(server.url)];
    for (const one of [talk, other]) {
      const socket = open(one.streamUrl);
      await say(server.url, one, `nghe ${one.id}`);
      await socket.until(() => socket.messages().length >= 3);
      socket.socket.close();
    }
    expect((await erase()).status).toBe(401);
    expect((await erase('junk')).status).toBe(401);
    expect((await erase(talk.token)).status).toBe(204);

    const path = `/v3/directline/conversations/${talk.id}`;
    expect((await call(server.url, path, { token: talk.token })).status).toBe(404);
    expect((await call(server.url, `${path}/activities`, { token: talk.token })).status).toBe(404);
    expect(
      (
        await call(server.url, `${path}/activities`, {
          token: talk.token,
          body: { type: 'message', text: 'x' },
        })
      ).status,
    ).toBe(404);
    expect((await erase(talk.token)).status).toBe(204);
    expect((await poll(server.url, other)).activities.length).toBeGreaterThanOrEqual(3);

    // The token still opens her conversation, which is a new one now.
    await call(server.url, '/v3/directline/conversations', { token: talk.token, body: {} });
    expect(JSON.stringify(await poll(server.url, talk))).not.toContain('nghe');
  });

  it('may do so from a page on the allow-list', async () => {
    const preflight = await call(server.url, '/api/portal/conversation', {
      method: 'OPTIONS',
      headers: { origin: 'https://anloc.example.invalid', 'access-control-request-method': 'DELETE' },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
  });
});
