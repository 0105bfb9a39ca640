import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLook, type Look } from './look.ts';
import { isPublicAddress } from './public-address.ts';

describe('a look at a link', () => {
  let server: Server;
  let base: string;
  let look: Look;
  let port: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const status = Number(/\/status\/(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
      const to = /\/to\/(.+)/.exec(request.url ?? '')?.[1];
      if (request.url === '/slow') return;
      if (to !== undefined) {
        response.writeHead(302, { location: decodeURIComponent(to) }).end();
        return;
      }
      if (/no-head/.test(request.url ?? '') && request.method === 'HEAD') {
        response.writeHead(405).end();
        return;
      }
      if (request.url === '/no-head/endless') {
        response.writeHead(200);
        const more = setInterval(() => response.write('x'.repeat(65_536)), 1);
        response.on('close', () => clearInterval(more));
        return;
      }
      response.writeHead(status).end('a page');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
    base = `http://dichvucong.gov.vn:${port}`;
    look = createLook({
      allowed: (host) => host.endsWith('gov.vn'),
      resolve: (host) =>
        Promise.resolve(host.startsWith('inside') ? ['203.0.114.1', '10.0.0.5'] : ['127.0.0.1']),
      // The test's own server stands for the public one.
      isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
      ports: [port],
      timeoutMs: 400,
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tells what is there from what is gone, and from what only failed today', async () => {
    expect(await look(`${base}/a`)).toEqual({ state: 'ok', detail: '200' });
    expect(await look(`${base}/status/404`)).toEqual({ state: 'gone', detail: '404' });
    expect(await look(`${base}/status/410`)).toEqual({ state: 'gone', detail: '410' });
    expect(await look(`${base}/status/503`)).toEqual({ state: 'failed', detail: '503' });
    expect(await look(`${base}/status/403`)).toEqual({ state: 'ok', detail: '403' });
    expect(await look(`${base}/slow`)).toEqual({ state: 'failed', detail: 'timeout' });
  });

  it('asks for the head, and for the page only where heads are refused; reads no page', async () => {
    asked.length = 0;
    await look(`${base}/a`);
    await look(`${base}/no-head`);
    expect(asked).toEqual(['HEAD /a', 'HEAD /no-head', 'GET /no-head']);
    expect(await look(`${base}/no-head/endless`)).toEqual({ state: 'ok', detail: '200' });
  });

  it('follows a site within official ones, and no further', async () => {
    const to = (url: string): string => `${base}/to/${encodeURIComponent(url)}`;
    expect(await look(to(`${base}/a`))).toEqual({ state: 'ok', detail: '200' });
    expect(await look(to(`http://evil.example:${port}/a`))).toMatchObject({ state: 'moved' });
    expect(await look(to(`http://127.0.0.1:${port}/a`))).toMatchObject({ state: 'moved' });
    expect(await look(to('file:///etc/passwd'))).toMatchObject({ state: 'moved' });
    expect(await look(to(`http://inside.gov.vn:${port}/a`))).toMatchObject({ state: 'unasked' });
    expect(await look(to(`${base}/`))).toMatchObject({ state: 'moved' });
    expect(await look(to(to(to(to(to(`${base}/a`))))))).toMatchObject({ state: 'failed' });
  });

  it('asks nobody else: other hosts, ports, schemes, names and passwords, addresses inside', async () => {
    asked.length = 0;
    for (const url of [
      `http://evil.example:${port}/`,
      `http://127.0.0.1:${port}/`,
      `http://gov.vn.evil.example:${port}/`,
      `http://user:secret@dichvucong.gov.vn:${port}/`,
      'http://dichvucong.gov.vn:22/',
      `http://inside.gov.vn:${port}/`,
      'ftp://dichvucong.gov.vn/',
      'nonsense',
    ]) {
      expect({ url, ...(await look(url)) }).toMatchObject({ url, state: 'unasked' });
    }
    expect(asked).toEqual([]);
  });

  it.each([
    ['10.1.2.3', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['2002:a00:1::', false],
    ['64:ff9b::a00:1', false],
    ['113.161.1.2', true],
    ['2405:4800::1', true],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});
