import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newState, STATE_VERSION } from '#dialogs/state.ts';
import { readState, storeState } from '#dialogs/upgrade.ts';
import type { StoredState } from '#turns/ports.ts';
import { Talk } from '../dialogs/talk.ts';
import { toyRelease } from '../dialogs/toy-release.ts';

const here = new URL('.', import.meta.url);
const fixtures = readdirSync(here).filter((file) => file.endsWith('.json'));
const stored = (file: string): StoredState =>
  JSON.parse(readFileSync(new URL(file, here), 'utf8')) as StoredState;

describe('stored states', () => {
  it('have a fixture of every version', () => {
    const versions = new Set(fixtures.map((file) => stored(file).v));
    for (let v = 1; v <= STATE_VERSION; v += 1) expect(versions).toContain(v);
  });

  it.each(fixtures)('%s is read by this version without loss of what she did', (file) => {
    const before = stored(file);
    const data = before.data as { walkthroughs: { done: string[]; answers: object }[] };
    const state = readState(before);
    expect(state.walkthroughs.map(({ done, answers }) => ({ done, answers }))).toEqual(
      data.walkthroughs.map(({ done, answers }) => ({ done, answers })),
    );
    expect(storeState(state).v).toBe(STATE_VERSION);
  });

  it('are checked once a turn, and each apart', () => {
    const [one, same] = [stored('v2-helping.json'), stored('v2-helping.json')];
    expect(readState(one)).toBe(readState(one));
    expect(readState(same)).not.toBe(readState(one));
    expect(readState(same)).toEqual(readState(one));
  });

  it('goes on from a stored state where she was', () => {
    const talk = new Talk(toyRelease());
    talk.stored = stored('v1-walking.json');
    expect(talk.tap('step:done:fill:khai-sinh')).toContain('Bước 5/8');
    expect(talk.state.walkthroughs.find(({ procedure }) => procedure === 'khai-sinh')?.done).toContain(
      'fill',
    );
  });

  it.each([
    null,
    { v: 99, data: {} },
    { v: 1, data: { greeted: 'x' } },
    { v: 0, data: null },
    { v: -5, data: [] },
  ])('begins anew with %j', (broken) => {
    expect(readState(broken as StoredState | null)).toEqual(newState);
  });
});
