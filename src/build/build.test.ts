import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, freshBuild } from './build.ts';

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'build-home-'));
  // The tests' own build is fresh already: copied, not made again.
  await build({ say: () => undefined, pages: false });
  const made = join(import.meta.dirname, '../../.build');
  for (const name of readdirSync(made).filter((entry) => /^(?:release|model)-/.test(entry)))
    cpSync(join(made, name), join(home, name), { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('that cannot be read counts as none, and is made again', { timeout: 120_000 }, async () => {
  expect(freshBuild({ home, pages: false })).not.toBeNull();
  for (const file of readdirSync(home, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('release.sealed')) truncateSync(join(home, file), 10_000);
  expect(freshBuild({ home, pages: false })).toBeNull();
  const lines: string[] = [];
  const { compiled } = await build({ home, pages: false, say: (line) => lines.push(line) });
  expect(compiled.hash).toMatch(/^[0-9a-f]{16,}$/);
  expect(lines.join(' ')).toContain('RELEASE_INVALID');
  expect(freshBuild({ home, pages: false })).not.toBeNull();
});
