import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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
  const html = readFileSync(join(pages.folder, 'index.html'), 'utf8');
  const needed = [...html.matchAll(/"\/assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? '');
  const bytes = needed.map(
    (name) => brotliCompressSync(readFileSync(join(pages.folder, 'assets', name))).length,
  );
  expect(new Set(needed.map((name) => name.split('.').pop()))).toEqual(new Set(['css', 'js']));
  expect(needed).toHaveLength(2);
  expect(bytes.reduce((sum, part) => sum + part)).toBeLessThanOrEqual(limitBytes);
});

it('the font weighs at most 40 kB, holds nothing back, and is kept for a year under the name of its content', () => {
  const folder = join(pages.folder, 'font');
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  const style = readdirSync(join(pages.folder, 'assets')).find((name) => name.endsWith('.css')) ?? '';
  const css = readFileSync(join(pages.folder, 'assets', style), 'utf8');
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  expect(fonts).toHaveLength(2);
  for (const name of fonts) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('base64url');
    expect(name).toContain(`-${hash.replace(/[-_]/g, '').slice(0, 8)}.woff2`);
    expect(faces.filter((face) => face.includes(`/font/${name}`) && face.includes('swap'))).toHaveLength(1);
    expect(readFileSync('src/pages/page.css', 'utf8')).toContain(`/font/${name}`);
  }
  const sizes = fonts.map((name) => statSync(join(folder, name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
  expect(readFileSync(join(pages.folder, 'index.html'), 'utf8')).not.toContain('woff2');
});

it('writes the dark colours where the device is dark and where she chose it', () => {
  const style = readdirSync(join(pages.folder, 'assets')).find((name) => name.endsWith('.css')) ?? '';
  const css = readFileSync(join(pages.folder, 'assets', style), 'utf8');
  const palettes = [
    /prefers-color-scheme:dark\)\{.*?:root:not\(\[data-theme=light\]\)\{([^}]+)\}/s,
    /:root\[data-theme=dark\]\{([^}]+)\}/,
  ].map((pattern) => pattern.exec(css)?.[1]);
  expect(palettes[0]).toContain('--paper:#12191a');
  expect(palettes[0]).toBe(palettes[1]);
});

it('the page runs under a policy without inline script and style', () => {
  const html = readFileSync(join(pages.folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(html.match(/<script(?![^>]*\ssrc=)/)).toBeNull();
  expect(html).toMatch(/<noscript>.*0251\.1022.*dichvucong\.gov\.vn.*<\/noscript>/s);
});
