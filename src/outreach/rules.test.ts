import { describe, expect, it } from 'vitest';
import { judge, wakingTime, type Candidate } from './rules.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(`${text}+07:00`);
const ASKED = at('2026-11-22T10:00:00');
const DUE = at('2026-11-23T08:30:00');
const plan = (part: Partial<Candidate> = {}): Candidate => ({
  what: 'resume',
  dueAt: DUE,
  createdAt: ASKED,
  consent: true,
  lastInAt: ASKED,
  owner: 'bot',
  reachMs: 48 * HOUR,
  ...part,
});

describe('a message that we start', () => {
  it('leaves when it is due, in the hours of the day', () => {
    expect(judge(plan(), DUE)).toEqual({ kind: 'send' });
  });

  it('waits for the morning where it became due at night', () => {
    const night = at('2026-11-23T21:00:00');
    expect(judge(plan({ dueAt: night - 1 }), night)).toEqual({
      kind: 'wait',
      until: at('2026-11-24T07:00:00'),
    });
    expect(wakingTime(at('2026-11-23T06:59:59'))).toBe(at('2026-11-23T07:00:00'));
    expect(wakingTime(at('2026-11-23T20:59:59'))).toBe(at('2026-11-23T20:59:59'));
  });

  it.each([
    ['without her consent', { consent: false }],
    ['where she came back', { lastInAt: ASKED + 1 }],
    ['where it is long past', { dueAt: DUE - 21 * HOUR }],
  ] as const)('is given up %s', (_name, part) => {
    expect(judge(plan(part), DUE).kind).toBe('cancel');
  });

  it.each([
    ['an officer has the conversation', { owner: 'person' }],
    ['the window of the channel is closed', { reachMs: 20 * HOUR }],
    ['the channel cannot be sent to', { reachMs: null }],
  ] as const)('is held while %s', (_name, part) => {
    expect(judge(plan(part), DUE).kind).toBe('hold');
  });

  it('about a result is sent also where she wrote meanwhile: that opens the window again', () => {
    expect(judge(plan({ what: 'result', lastInAt: DUE - HOUR, reachMs: 2 * HOUR }), DUE)).toEqual({
      kind: 'send',
    });
  });
});
