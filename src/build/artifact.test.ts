import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, type Artifact } from './artifact.ts';
import { contentHash } from './content-hash.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'builds-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lines: string[] = [];
const say = (line: string): void => void lines.push(line);

function anArtifact(hash: string, text: string, fail = false): Artifact & { readonly made: () => number } {
  let made = 0;
  return {
    name: 'thing',
    label: 'things',
    hash: hash.repeat(16),
    made: () => made,
    make: (folder) => {
      made += 1;
      writeFileSync(join(folder, 'a.txt'), text);
      return fail ? Promise.reject(new Error('broken')) : Promise.resolve();
    },
  };
}

describe('a build', () => {
  it('is made once for the same content, with a line at its beginning and end', async () => {
    lines.length = 0;
    const artifact = anArtifact('a', 'one');
    const folder = await ensureBuilt(home, artifact, say);
    expect(await ensureBuilt(home, artifact, say)).toBe(folder);
    expect(artifact.made()).toBe(1);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one');
    expect(lines).toEqual(['Building things …', expect.stringMatching(/^Built things in \d+\.\d s$/)]);
  });

  it('that breaks leaves the one before it whole, and nothing of itself', async () => {
    const folder = await ensureBuilt(home, anArtifact('a', 'one'), say);
    await expect(ensureBuilt(home, anArtifact('b', 'half', true), say)).rejects.toThrow('broken');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one');
    expect(readdirSync(home)).toHaveLength(1);
  });

  it('made twice at the same time is there once', async () => {
    const [first, second] = await Promise.all([
      ensureBuilt(home, anArtifact('a', 'one'), say),
      ensureBuilt(home, { ...anArtifact('a', 'one') }, say),
    ]);
    expect(first).toBe(second);
    expect(existsSync(join(first, 'a.txt'))).toBe(true);
  });

  it('leaves one older one for a server that still reads it', async () => {
    for (const hash of ['a', 'b', 'c']) {
      await ensureBuilt(home, anArtifact(hash, hash), say);
      await sleep(5);
    }
    expect(readdirSync(home).toSorted()).toEqual([`thing-${'b'.repeat(16)}`, `thing-${'c'.repeat(16)}`]);
  });
});

describe('the hash of its sources', () => {
  it('changes with names and bytes, not with tests or the order of looking', () => {
    const hash = (): string => contentHash(home, ['a.ts', 'b.ts', 'c.test.ts']);
    writeFileSync(join(home, 'a.ts'), '12');
    writeFileSync(join(home, 'b.ts'), '3');
    const first = hash();
    expect(contentHash(home, ['b.ts', 'a.ts'])).toBe(first);
    writeFileSync(join(home, 'a.ts'), '1');
    writeFileSync(join(home, 'b.ts'), '23');
    expect(hash()).not.toBe(first);
    expect(contentHash(home, ['']).length).toBe(16);
    const folder = contentHash(home, ['']);
    writeFileSync(join(home, 'c.test.ts'), 'x');
    expect(contentHash(home, [''])).toBe(folder);
  });
});
