import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileKnowledge } from './compile.ts';
import { compiledReleaseSchema } from './release.ts';
import { sealRelease, unsealRelease } from './sealed.ts';

const compiled = compileKnowledge(join(import.meta.dirname, '../../data'));
if ('faults' in compiled) throw new Error('the knowledge is broken');
const { release } = compiled;
const sealed = sealRelease(release);

it('a sealed release is read as it would be with validation', { timeout: 60_000 }, () => {
  const json = sealed.subarray(65).toString('utf8');
  expect(unsealRelease(sealed)).toEqual(compiledReleaseSchema.parse(JSON.parse(json)));
});

it('one that was changed, cut off, or is none is refused', () => {
  const changed = Buffer.from(sealed);
  changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1;
  for (const wrong of [changed, sealed.subarray(0, 5000), Buffer.from('{}'), Buffer.from('')])
    expect(() => unsealRelease(wrong)).toThrow('not what was built');
});
