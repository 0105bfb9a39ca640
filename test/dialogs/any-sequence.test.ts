import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateSchema } from '#dialogs/state.ts';
import { replySchema } from '#replies/reply.ts';
import { renderText } from '#replies/render-text.ts';
import { commands } from '#understanding/types.ts';
import { aspects } from '#knowledge/schema/ids.ts';
import type { Release } from '#knowledge/release.ts';
import { about, Talk, understood } from './talk.ts';
import { toyRelease } from './toy-release.ts';
import { runs } from '../support/fuzz.ts';

const first = toyRelease();
/** A later release: other steps, a procedure gone, a question gone. */
const later: Release = toyRelease((compiled) => ({
  ...compiled,
  hash: 'd'.repeat(64),
  procedures: compiled.procedures.slice(0, 1).map((procedure) => {
    const { 'dung-han': _gone, ...questions } = procedure.questions;
    const fees = procedure.fees.slice(1).map((fee) => Object.assign({}, fee, { when: undefined }));
    return Object.assign({}, procedure, { questions, fees });
  }),
  flow: { ...compiled.flow, steps: compiled.flow.steps.slice(2) },
}));

type Act = (talk: Talk) => void;

const topics = [
  'khai-sinh',
  'tam-tru',
  'trouble:otp',
  'trouble:gone',
  'chao-hoi',
  'ho-chieu',
  'lua-dao-otp',
  'gap-can-bo',
  'rut-ho-so',
  'none',
  'no-such-topic',
];
const unit = fc.constantFrom('25326', '25333', '26041', '99999');
const words = fc.oneof(
  fc.constantFrom(
    '',
    '🙂',
    '2',
    '99',
    'chưa cưới',
    'sửa lại',
    'sửa lại chưa đăng ký kết hôn',
    '<b>x</b>',
    '\u0000\u0007',
    'a'.repeat(10_000),
    '١٢',
  ),
  fc.string({ maxLength: 30 }),
);
const meaning = fc.record({
  candidates: fc.array(
    fc.record({ topic: fc.constantFrom(...topics), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 4 },
  ),
  confidence: fc.constantFrom('sure', 'unsure', 'unknown' as const),
  aspect: fc.option(fc.constantFrom(...aspects)),
  command: fc.option(fc.constantFrom(...commands)),
  fromContext: fc.boolean(),
  option: fc.option(fc.constantFrom('step:done:login', 'q:ket-hon:chua', 'nonsense', 'unit:25333'), {
    freq: 5,
  }),
  units: fc.array(
    fc.record({
      unit,
      said: fc.constant('x'),
      former: fc.boolean(),
      trap: fc.option(fc.constantFrom('an-loc', 'none')),
    }),
    { maxLength: 2 },
  ),
  outcome: fc.constantFrom('answer', 'safety', 'unclear', 'smalltalk' as const),
});

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat(12).map(
      (n): Act =>
        (talk) =>
          talk.tap(talk.choices[n % Math.max(1, talk.choices.length)]?.id ?? 'menu'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(words, meaning).map(
      ([text, understanding]): Act =>
        (talk) =>
          talk.says(text, understood(understanding)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('khai-sinh', 'tam-tru').map(
      (topic): Act =>
        (talk) =>
          talk.says(topic, about(topic)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(
        fc.string({ maxLength: 40 }),
        fc.constantFrom(
          'step:done:follow:khai-sinh',
          'q:ket-hon:chua:khai-sinh',
          'q:a:b:c',
          'offer:start:gone',
          'change:khai-sinh:gone',
          'unit:99999',
          'resume:go',
          'fix:no:otp',
          'feedback:no',
          'topic:__proto__',
          'q:__proto__:x:khai-sinh',
        ),
      )
      .map(
        (id): Act =>
          (talk) =>
            talk.tap(id),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Act>((talk) => talk.start()) },
  { weight: 1, arbitrary: fc.constant<Act>((talk) => talk.after(3_600_000)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(first, later).map(
      (release): Act =>
        (talk) =>
          (talk.release = release),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Act>((talk) =>
      talk.event({ kind: 'attachment', kinds: ['image'], text: '', masked: [] }),
    ),
  },
);

describe('any sequence of events', () => {
  it('keeps a readable state, always answers, and never says a step outside 1…N', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.boolean(), (acts, atHome) => {
        const talk = new Talk(first);
        if (!atHome) talk.homeUnit = null;
        for (const step of acts) {
          step(talk);
          if (talk.last === null) continue;
          expect(stateSchema.safeParse(talk.stored?.data).success).toBe(true);
          expect(talk.last.replies.length).toBeGreaterThan(0);
          for (const reply of talk.last.replies) {
            replySchema.parse(reply);
            expect(new Set(reply.choices.map(({ id }) => id)).size).toBe(reply.choices.length);
            for (const { id } of reply.choices) expect(id).toMatch(/^[\x21-\x7e]{1,128}$/);
            const [, number, total] = /Bước (\d+)\/(\d+)/.exec(renderText(reply)) ?? [];
            if (number !== undefined) expect(Number(number)).toBeLessThanOrEqual(Number(total));
            if (number !== undefined) expect(Number(number)).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('is left as it is by buttons that nobody offered', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), fc.string({ maxLength: 60 }), (acts, id) => {
        fc.pre(
          !/^(step|q|offer|topic|aspect|trouble|fix|unit|resume|change|channel|menu|staff|feedback)/.test(id),
        );
        const talk = new Talk(first);
        talk.start();
        for (const step of acts) step(talk);
        talk.release = first;
        talk.start();
        const before = talk.state;
        talk.tap(id);
        expect({ ...talk.state, choices: [], sinceFeedback: 0 }).toEqual({
          ...before,
          choices: [],
          sinceFeedback: 0,
        });
      }),
      { numRuns: runs(100) },
    );
  });

  it('goes back n times to where done n times began', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }), (steps, begin) => {
        const talk = new Talk(first);
        talk.says('tạm trú', about('tam-tru'));
        talk.tapShown('offer:start');
        for (let n = 0; n < begin; n += 1) talk.tapShown('step:done');
        const before = talk.state.walkthroughs[0]?.done;
        for (let n = 0; n < steps; n += 1) talk.tapShown('step:done');
        for (let n = 0; n < steps; n += 1) talk.tapShown('step:back');
        expect(talk.state.walkthroughs[0]?.done).toEqual(before);
        expect(talk.said).toContain(`Bước ${begin + 1}/8`);
      }),
    );
  });
});
