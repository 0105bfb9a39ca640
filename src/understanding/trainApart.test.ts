import { describe, expect, it } from 'vitest';
import { anInput, aTopic } from '../../test/understanding/input.ts';
import { encodeModel } from './model.ts';
import { replaceable } from './replaceable.ts';
import { trainApart } from './trainApart.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';

const nothing = { topic: null, expects: null, unit: null };

describe('training beside the event loop', () => {
  it('gives the same model byte for byte with one worker, with two, and without any', async () => {
    const alone = encodeModel(trainModel(anInput()));
    for (const workers of [1, 2])
      expect(Buffer.compare(encodeModel(await trainApart(anInput(), workers)), alone)).toBe(0);
  });

  it('lets turns go on while it runs, and the next one after the swap knows the new topic', async () => {
    const matcher = replaceable(createUnderstand(trainModel(anInput())));
    const before = anInput();
    const more = aTopic({
      id: 'nuoi-con-nuoi',
      names: ['nhận con nuôi'],
      phrases: ['xin con nuôi', 'nhận nuôi một đứa bé'],
    });
    const training = trainApart({ ...before, topics: [...before.topics, more] }).then((model) =>
      matcher.replace(createUnderstand(model)),
    );
    let turns = 0;
    const state = { done: false };
    void training.finally(() => (state.done = true));
    while (!state.done) {
      expect(matcher.call('đăng ký tạm trú', nothing).candidates[0]?.topic).toBe('dang-ky-tam-tru');
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await training;
    expect(turns).toBeGreaterThan(10);
    expect(matcher.call('tôi muốn nhận con nuôi', nothing).candidates[0]?.topic).toBe('nuoi-con-nuoi');
  });

  it('passes on what went wrong, and leaves no thread behind', async () => {
    const broken = { ...anInput(), lexicon: { ...anInput().lexicon, shortForms: null } };
    await expect(trainApart(broken as never)).rejects.toThrow(/null|iterable/u);
  });
});
