import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDialogs } from '#dialogs/dialogs.ts';
import { stateSchema } from '#dialogs/state.ts';
import type { Effect } from '#turns/ports.ts';
import { commands } from '#understanding/types.ts';
import { about, Talk, understood } from '../../test/dialogs/talk.ts';
import { toyRelease } from '../../test/dialogs/toy-release.ts';
import { runs } from '../../test/support/fuzz.ts';
import { countedPlace, places } from './counted.ts';

type Counted = Extract<Effect, { kind: 'counted' }>;

const release = toyRelease();
const countedOf = (talk: Talk): Counted[] =>
  (talk.last?.effects ?? []).flatMap((effect) => (effect.kind === 'counted' ? [effect] : []));
const eventsOf = (talk: Talk): string[] =>
  countedOf(talk).map(({ event, step, detail }) => [event, step, detail].join(' ').trim());

function walking(steps: number): Talk {
  const talk = new Talk(release);
  talk.says('x', about('tam-tru'));
  talk.tapShown('offer:start');
  for (let step = 0; step < steps; step += 1) talk.tapShown('step:done');
  return talk;
}

describe('what is counted on the way', () => {
  it('counts a walk-through once it is begun, not when it is offered', () => {
    const talk = new Talk(release);
    talk.says('x', about('tam-tru'));
    expect(eventsOf(talk)).toEqual([]);
    talk.tapShown('offer:start');
    const [first] = release.flow.steps;
    expect(eventsOf(talk)).toEqual([`move ${places.begin} ${first?.id}`]);
  });

  it('counts one move for a step that is done, and none for one that is shown again', () => {
    const talk = walking(1);
    expect(countedOf(talk).map(({ event }) => event)).toEqual(['move']);
    talk.tap('step:show');
    expect(eventsOf(talk).filter((line) => line.startsWith('move'))).toEqual([]);
  });

  it('counts "tôi bị vướng" at its step, and that it was shown three times', () => {
    const talk = walking(1);
    const at = talk.state.walkthroughs[0]?.at ?? '';
    talk.tapShown('step:stuck');
    expect(eventsOf(talk)).toEqual([`stuck ${at}`]);
    const again = walking(1);
    const seen: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      again.says('x', understood({ command: 'repeat' }));
      seen.push(...eventsOf(again));
    }
    expect(seen.filter((line) => line.startsWith('confused'))).toEqual([`confused ${at}`]);
    expect(seen.filter((line) => line.startsWith('simpler'))).toHaveLength(3);
  });

  it.each([
    ['fix:yes:otp', 'trouble-solved'],
    ['aspect:le-phi:tam-tru', 'trouble-other'],
  ])('counts how a trouble ended: %s is %s', (id, event) => {
    const talk = walking(1);
    talk.says('x', about('trouble:otp'));
    expect(countedOf(talk)).toMatchObject([{ event: 'trouble', procedure: 'tam-tru', detail: 'otp' }]);
    talk.tap(id);
    expect(countedOf(talk)).toContainEqual(expect.objectContaining({ event, detail: 'otp' }));
    expect(countedOf(talk).filter((one) => one.event.startsWith('trouble'))).toHaveLength(1);
  });

  it('counts no copy that came from elsewhere: it stood at its places already', () => {
    const talk = walking(2);
    const { stored } = talk;
    if (stored === null) throw new Error('nothing to copy');
    const arrived = createDialogs(() => 'w9').decide({
      state: null,
      event: { kind: 'text', text: 'ABCD2345', masked: [] },
      understanding: understood(),
      secret: null,
      context: talk.context(),
      release,
      carried: { kind: 'state', state: stored },
    });
    expect(stateSchema.parse(arrived.state.data).walkthroughs).toHaveLength(1);
    expect(arrived.effects.filter(({ kind }) => kind === 'counted')).toEqual([]);
  });

  it('balances: arrivals less departures are where the walk-throughs stand, whatever she does', () => {
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.nat(12).map((n) => ({ n })) },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('tam-tru', 'khai-sinh', 'trouble:otp', 'gap-can-bo')
          .map((topic) => ({ topic })),
      },
      { weight: 1, arbitrary: fc.constantFrom(...commands).map((command) => ({ command })) },
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const talk = new Talk(release);
        const standing = new Map<string, number>();
        const troubles = new Map<string, number>();
        for (const one of acts) {
          if ('n' in one) talk.tap(talk.choices[one.n % Math.max(1, talk.choices.length)]?.id ?? 'menu');
          else if ('topic' in one) talk.says('x', about(one.topic));
          else talk.says('x', understood({ command: one.command }));
          for (const { event, procedure, step, detail } of countedOf(talk)) {
            if (event === 'move') {
              add(standing, `${procedure} ${step}`, -1);
              add(standing, `${procedure} ${detail}`, 1);
            } else if (event.startsWith('trouble')) add(troubles, detail, event === 'trouble' ? 1 : -1);
          }
        }
        const stored = talk.stored === null ? [] : talk.state.walkthroughs;
        const expected = new Map<string, number>();
        for (const walk of stored) add(expected, `${walk.procedure} ${countedPlace(walk)}`, 1);
        const apart = (map: ReadonlyMap<string, number>): [string, number][] =>
          [...map]
            .filter(([key, n]) => n !== 0 && !key.endsWith(places.begin) && !key.endsWith(places.gone))
            .toSorted(([a], [b]) => a.localeCompare(b));
        expect(apart(standing)).toEqual(apart(expected));
        const pending = talk.stored === null ? null : talk.state.pending;
        const open = [...troubles].filter(([, n]) => n !== 0);
        expect(open).toEqual(pending?.kind === 'trouble' ? [[pending.trouble, 1]] : []);
      }),
      { numRuns: runs(60) },
    );
  });
});

function add(map: Map<string, number>, key: string, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}
