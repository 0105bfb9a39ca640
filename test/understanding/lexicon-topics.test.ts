import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { theLexicon } from './input.ts';

const data = new URL('../../data/', import.meta.url);
const topics = readFileSync(new URL('topics.yaml', data), 'utf8');
const exists = (id: string): boolean =>
  existsSync(new URL(`procedures/${id}.yaml`, data)) || topics.includes(`\n  - id: ${id}\n`);

describe('topics that the lexicon speaks of', () => {
  const { siblings = [], loose = [], usual = {} } = theLexicon();

  it('are topics of the knowledge', () => {
    const named = [...siblings.flat(), ...loose, ...Object.keys(usual)];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !exists(id))).toEqual([]);
  });

  it('stand once in a group, and never alone', () => {
    expect(siblings.filter((group) => group.length < 2 || new Set(group).size < group.length)).toEqual([]);
  });
});
