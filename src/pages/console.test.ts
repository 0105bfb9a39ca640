import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '#http/answer.ts';
import type { Incoming, Route } from '#http/route.ts';
import { consoleRoutes } from './console.ts';

let folder: string;
let routes: readonly Route[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="%STYLE_NONCE%" />');
  writeFileSync(join(folder, 'assets', 'main-abcdefgh.js'), 'x');
  routes = consoleRoutes(folder, { list: [], allows: () => false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(path: string): Promise<Answer> {
  const incoming = { id: '1', address: '', origin: null, baseUrl: '', message: { headers: {} } };
  const found = routes.find((route) => route.path === path);
  if (found === undefined) throw new Error(`no route ${path}`);
  return await found.run(incoming as unknown as Incoming, {}, {}, async () => undefined);
}

it('gives the page a style nonce of its own each time, and no script but our files', async () => {
  const [first, second] = [await ask('/quan-tri'), await ask('/quan-tri/*')];
  const policy = first.headers?.['Content-Security-Policy'] ?? '';
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(nonce.length).toBeGreaterThan(20);
  expect(String(first.bytes)).toContain(nonce);
  expect(String(second.bytes)).not.toContain(nonce);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(first.headers?.['Cache-Control']).toBe('no-store');
});

it('never takes the page for a part of a build that was replaced', async () => {
  await expect(ask('/quan-tri/assets/*')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await ask('/quan-tri/assets/main-abcdefgh.js')).headers?.['Cache-Control']).toMatch(/immutable/);
});
