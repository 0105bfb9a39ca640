import { describe, expect, it } from 'vitest';
import type { TurnContext } from '#turns/ports.ts';
import { about, NOW, Talk, understood } from './talk.ts';
import { toyRelease } from './toy-release.ts';

const HOUR = 3_600_000;

/** On a channel that may be written to for so long after her message. */
class Reached extends Talk {
  reachMs: number | null = 48 * HOUR;
  override context(): TurnContext {
    return { ...super.context(), reachMs: this.reachMs };
  }
}

function atStep(reachMs: number | null = 48 * HOUR): Reached {
  const talk = new Reached(toyRelease());
  talk.reachMs = reachMs;
  talk.says('x', about('khai-sinh'));
  talk.tapShown('offer:start');
  return talk;
}

describe('a reminder', () => {
  it('is offered who says "để sau", planned for the morning when she taps, and says where she was', () => {
    const talk = atStep();
    expect(talk.says('để sau', understood({ command: 'later' }))).toContain('nhắc một lần');
    expect(talk.last?.effects.some(({ kind }) => kind === 'plan')).toBe(false);
    talk.tapShown('remind:resume');
    const at = Date.parse('2026-11-23T08:30:00+07:00');
    expect(talk.last?.effects).toContainEqual({
      kind: 'plan',
      what: 'resume',
      about: 'khai-sinh',
      at,
      key: 'resume:2026-11-23',
    });
    talk.now = at;
    expect(talk.tap(`due:resume:khai-sinh:${String(NOW)}`)).toContain('còn dở Bước 1/');
    expect(talk.choices.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['resume:go:khai-sinh', 'remind:off']),
    );
    expect(talk.tapShown('resume:go')).toContain('Bước 1/');
  });

  it('is not offered where we cannot write to her, or not in time', () => {
    for (const reach of [null, 10 * HOUR]) {
      const talk = atStep(reach);
      expect(talk.says('để sau', understood({ command: 'later' }))).not.toContain('nhắc một lần');
      // Also not by an old or made-up button.
      talk.tap('remind:resume:khai-sinh');
      expect(talk.last?.effects).toEqual([]);
    }
  });

  it('says nothing where there is nothing to go on with', () => {
    const talk = new Reached(toyRelease());
    talk.start();
    talk.tap(`due:resume:khai-sinh:${String(NOW)}`);
    expect(talk.last?.replies).toEqual([]);
  });

  it.each(['đừng nhắn nữa', 'thôi đừng nhắc', 'dung nhac nua nha', 'khỏi nhắc em'])(
    'is given up by "%s"',
    (words) => {
      const talk = atStep();
      expect(talk.says(words)).toContain('không nhắn nhắc nữa');
      expect(talk.last?.effects).toContainEqual({ kind: 'no-reminders' });
    },
  );
});
