import { describe, expect, it } from 'vitest';
import { about, Talk } from './talk.ts';
import { toyRelease } from './toy-release.ts';

const release = toyRelease();

function walking(steps: number): Talk {
  const t = new Talk(release);
  t.says('x', about('tam-tru'));
  t.tapShown('offer:start');
  for (let step = 0; step < steps; step += 1) t.tapShown('step:done');
  return t;
}

const outlineOf = (t: Talk) =>
  t.last?.replies
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'step' ? block.outline : []));

describe('what a resident thinks of an answer', () => {
  it('asks why it did not help, and keeps the reason apart from the no', () => {
    const t = new Talk(release);
    t.says('x', about('tam-tru', { aspect: 'thoi-han' }));
    t.tapShown('feedback:no');
    expect(t.last?.effects).toContainEqual({ kind: 'feedback', helped: false, about: 'tam-tru' });
    t.tapShown('feedback:why:tam-tru:wrong');
    expect(t.last?.effects).toContainEqual({ kind: 'feedback', helped: false, about: 'why:wrong:tam-tru' });
  });

  it('keeps "this is wrong" with the key of the fact, sends her to people and leaves her place', () => {
    const t = walking(1);
    const before = t.state.walkthroughs;
    t.tap('wrong:tam-tru/time/t');
    expect(t.last?.effects).toContainEqual({
      kind: 'feedback',
      helped: false,
      about: 'wrong:tam-tru/time/t',
    });
    expect(t.said).toContain('cán bộ kiểm tra');
    expect(t.choices.map(({ id }) => id)).toContain('resume:go:tam-tru');
    expect(t.state.walkthroughs).toEqual(before);
  });

  it.each(['wrong:', 'wrong:khong-co/fee/x', 'wrong:tam-tru', `wrong:tam-tru/fee/${'x'.repeat(200)}`])(
    'keeps nothing for %.30s, which names no fact',
    (id) => {
      const t = walking(1);
      t.tap(id);
      expect(t.last?.effects.filter(({ kind }) => kind === 'feedback')).toEqual([]);
    },
  );

  it('gives each told fact the key it is reported by', () => {
    const t = new Talk(release);
    t.says('x', about('tam-tru', { aspect: 'thoi-han' }));
    const keys = t.last?.replies
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'facts' ? block.items.map(({ key }) => key) : []));
    expect(keys).toEqual(['tam-tru/time/t']);
  });
});

describe('the list of steps', () => {
  it('opens a done step again and leads back to where she was', () => {
    const t = walking(3);
    const [first, second] = outlineOf(t) ?? [];
    expect(first).toMatchObject({ state: 'done', open: `step:open:${first?.stepId}:tam-tru` });
    t.tap(first?.open ?? '');
    expect(t.said).toContain('Bước 1/8');
    expect(outlineOf(t)?.[1]).toMatchObject({ stepId: second?.stepId, state: 'done' });
    t.tapShown('step:done');
    expect(t.said).toContain('Bước 4/8');
  });

  it('opens no step that is ahead, of another procedure, or unknown', () => {
    const t = walking(2);
    const ahead = outlineOf(t)?.[5];
    expect(ahead).not.toHaveProperty('open');
    for (const id of [`step:open:${ahead?.stepId}:tam-tru`, 'step:open:x:khai-sinh', 'step:open::']) {
      t.tap(id);
      expect(t.state.walkthroughs[0]?.done).toHaveLength(2);
    }
  });
});
