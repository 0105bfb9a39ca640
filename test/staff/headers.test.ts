import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeHome, startToy, toyHome, type ToyServer } from '../directline/toy-house.ts';

let home: string;
let toy: ToyServer;
beforeAll(async () => {
  home = toyHome();
  const folder = join(home, 'console');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<html><meta property="csp-nonce" nonce="%STYLE_NONCE%"></html>');
  toy = await startToy({ home, parts: { console: folder } });
});
afterAll(async () => {
  await toy.stop();
  removeHome(home);
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(toy.url + path, { headers });

it('the console runs its own scripts alone, is framed by nobody, and its address goes nowhere', async () => {
  const page = await get('/quan-tri/25326/can-bo');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(/script-src ([^;]+)/.exec(policy)?.[1]).toBe("'self'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  expect(page.headers.get('cache-control')).toBe('no-store');
});

it('the nonce of its styles is another one each time, and the one in the page', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const page = await get('/quan-tri');
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(nonce.length).toBeGreaterThan(20);
      expect(await page.text()).toContain(`nonce="${nonce}"`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

it('what staff routes answer is kept by nobody, and readable by no other site', async () => {
  const answer = await get('/api/auth/me', { 'sec-fetch-site': 'same-origin' });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const foreign = await get('/api/auth/me', { origin: 'https://anloc.example.invalid' });
  // That origin may open the chat; with the console it has nothing to do.
  expect(foreign.headers.get('access-control-allow-credentials')).toBeNull();
  expect(foreign.status).toBe(403);
});

it('one session cannot ask without end', async () => {
  const headers = { cookie: 'staff=somebody', 'sec-fetch-site': 'same-origin' };
  let last = 0;
  for (let n = 0; n < 1300 && last !== 429; n += 1)
    last = (await get('/api/staff/25326/people', headers)).status;
  expect(last).toBe(429);
  const other = await get('/api/staff/25326/people', { ...headers, cookie: 'staff=somebody-else' });
  expect(other.status).toBe(401);
}, 60_000);
