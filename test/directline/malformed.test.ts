import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './client.ts';
import { startToy, type ToyServer } from './toy-house.ts';

describe('requests that no client would write', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());

  /** The first line of the answer. */
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
      let answer = '';
      socket.setTimeout(5000, () => socket.destroy());
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    });
  const get = (target: string, host: string, more = 'Connection: close\r\n'): Promise<string> =>
    send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`);

  it('are answered, and the server lives on', async () => {
    for (const host of ['x; script-src *', 'a b', '\u00c4\u0091', 'x:99999', '[::1', '%', '<x>']) {
      expect([host, await get('/healthz', host)]).toEqual([host, 'HTTP/1.1 400 Bad Request']);
    }
    for (const target of ['//', '/%', '/%E0%A4%A', '//evil/x', '/..%2f..%2fpackage.json']) {
      expect([target, await get(target, 'x')]).toEqual([target, 'HTTP/1.1 404 Not Found']);
    }
    expect(await get('http://[', 'x')).toMatch(/^HTTP\/1.1 400/);
    expect(await send('FOO / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect((await call(server.url, '/healthz')).status).toBe(200);
  });

  it('are refused as sockets with what is wrong, not as a fault of ours', async () => {
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    const statusOf = async (target: string, host = 'x') => (await get(target, host, upgrade)).slice(9, 12);
    expect(await statusOf('//')).toBe('404');
    expect(await statusOf('/')).toBe('404');
    expect(await statusOf('/v3/directline/conversations/%E0%A4%A/stream?t=x')).toBe('401');
    expect(await statusOf('/v3/directline/conversations/a/stream?t=%', 'a b; c')).toBe('401');
    expect((await call(server.url, '/healthz')).status).toBe(200);
  });
});
