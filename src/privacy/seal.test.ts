import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSealKey } from './keyFile.ts';
import { createSealer } from './seal.ts';

const KEY = 'a1'.repeat(32);
const sealer = createSealer(KEY);

describe('a sealed value', () => {
  it('opens to what was sealed, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealer.seal(text);
        expect(sealer.open(sealed)).toBe(text.toWellFormed());
        expect(sealer.seal(text)).not.toBe(sealed);
      }),
    );
  });

  it('does not open with another key, changed, cut or made up', () => {
    const sealed = sealer.seal('0912345678');
    const broken = 'A sealed value cannot be opened';
    expect(() => createSealer('b2'.repeat(32)).open(sealed)).toThrow(broken);
    for (let at = 3; at < sealed.length - 1; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => sealer.open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow(broken);
      expect(() => sealer.open(sealed.slice(0, at))).toThrow(broken);
    }
    for (const junk of ['', 'v1.', 'v2.AAAA', 'hello']) expect(() => sealer.open(junk)).toThrow(broken);
  });
});

describe('the hash of a person', () => {
  it('is the same for the same person, and another for another account, channel or key', () => {
    const hash = sealer.personHash('zalo', 'oa-1', 'p1');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(sealer.personHash('zalo', 'oa-1', 'p1')).toBe(hash);
    const others = [
      sealer.personHash('zalo', 'oa-2', 'p1'),
      sealer.personHash('messenger', 'oa-1', 'p1'),
      sealer.personHash('zalo', 'oa-1p', '1'),
      createSealer('b2'.repeat(32)).personHash('zalo', 'oa-1', 'p1'),
    ];
    expect(new Set([hash, ...others]).size).toBe(5);
  });
});

describe('the key file', () => {
  it('is made once, for its owner alone, and read again', () => {
    const home = mkdtempSync(join(tmpdir(), 'test-key-'));
    const folder = join(home, 'var');
    const key = loadSealKey(folder);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(loadSealKey(folder)).toBe(key);
    expect(statSync(join(folder, 'seal.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'seal.key'), 'utf8').trim()).toBe(key);
    rmSync(home, { recursive: true });
  });

  it('is never replaced when it is damaged', () => {
    const home = mkdtempSync(join(tmpdir(), 'test-key-'));
    writeFileSync(join(home, 'seal.key'), 'half a k');
    expect(() => loadSealKey(home)).toThrow(expect.objectContaining({ code: 'SEAL_KEY_MISSING' }));
    rmSync(home, { recursive: true });
  });
});
