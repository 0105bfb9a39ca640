import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPages, type BuiltPages } from './support/pages.ts';

const limitBytes = 30 * 1024;
let pages: BuiltPages;

beforeAll(async () => {
  pages = await buildPages();
});
afterAll(() => pages.remove());

it('the chat page is usable with at most 30 kB of script and style, in one file each', () => {
  const assets = readdirSync(join(pages.folder, 'assets'));
  const needed = assets.filter((name) => /\.(js|css)$/.test(name));
  const bytes = needed.map(
    (name) => brotliCompressSync(readFileSync(join(pages.folder, 'assets', name))).length,
  );
  expect(new Set(needed.map((name) => name.split('.').pop()))).toEqual(new Set(['css', 'js']));
  expect(needed).toHaveLength(2);
  expect(bytes.reduce((sum, part) => sum + part)).toBeLessThanOrEqual(limitBytes);
});

it('the page runs under a policy without inline script and style', () => {
  const html = readFileSync(join(pages.folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(html.match(/<script(?![^>]*\ssrc=)/)).toBeNull();
  expect(html).toMatch(/<noscript>.*0251\.1022.*dichvucong\.gov\.vn.*<\/noscript>/s);
});
