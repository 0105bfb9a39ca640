import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { createOrigins } from './origins.ts';
import type { Incoming } from './route.ts';
import { staticRoutes } from './static.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<html><body>trang</body></html>');
  writeFileSync(join(folder, 'assets', 'index-AbCd1234.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'index-AbCd1234.js.br'), 'packed');
  writeFileSync(join(folder, 'assets', 'notes.exe'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}): Promise<Answer | undefined> {
  const origins = createOrigins(['https://anloc.example.invalid'], null);
  const routes = staticRoutes(folder, origins, (html) => html.replace('trang', 'trang của phường'));
  const message = { headers } as unknown as IncomingMessage;
  const incoming: Incoming = {
    id: '1',
    message,
    address: '',
    origin: null,
    baseUrl: 'https://a.example.invalid',
  };
  return await routes.find((route) => route.path === path)?.run(incoming, {}, {}, () => Promise.resolve());
}

it('serves the page at the root, never from a cache unasked, and only with our own scripts', async () => {
  const page = await get('/');
  expect(String(page?.bytes)).toContain('trang của phường');
  expect(page?.headers?.['Cache-Control']).toBe('no-cache');
  const policy = page?.headers?.['Content-Security-Policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("connect-src 'self' wss://a.example.invalid");
  expect(policy).toContain("frame-ancestors 'self' https://anloc.example.invalid");
});

it('serves hashed files for a year, packed for who takes it packed', async () => {
  const path = '/assets/index-AbCd1234.js';
  const packed = await get(path, { 'accept-encoding': 'gzip, br' });
  expect(packed?.headers).toMatchObject({
    'Content-Encoding': 'br',
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding, Origin',
  });
  expect(String(packed?.bytes)).toBe('packed');
  for (const accept of ['', 'gzip', 'br;q=0']) {
    const plain = await get(path, { 'accept-encoding': accept });
    expect(plain?.headers?.['Content-Encoding']).toBeUndefined();
    expect(String(plain?.bytes)).toBe('plain');
  }
  const again = await get(path, { 'if-none-match': packed?.headers?.['ETag'] ?? '' });
  expect(again?.status).toBe(304);
});

it('serves nothing else of the folder', async () => {
  expect(await get('/assets/notes.exe')).toBeUndefined();
  expect(await get('/index.html')).toBeUndefined();
  expect(await get('/assets/index-AbCd1234.js.br')).toBeUndefined();
});
