import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../test/support/fuzz.ts';
import { toyRelease } from '../../test/dialogs/toy-release.ts';
import { aspects } from '#knowledge/schema/ids.ts';
import { say } from '#knowledge/schema/text.ts';
import { shownAnew, shownNow } from '../resume/shown.ts';
import { newState, type Walkthrough } from '../state.ts';
import { openTurn, type Turn } from '../turn.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { composeAspect } from './answer-aspect.ts';
import { aspectAnswer } from './kept-answers.ts';

/** One ward has an entry of its own, and what is told has words in two languages. */
const release = toyRelease((compiled) => ({
  ...compiled,
  procedures: compiled.procedures.flatMap((procedure) => {
    const short = { vi: say(procedure.short), en: 'in English' };
    const own = { ...procedure, scope: '25326', fees: procedure.fees.slice(1) };
    return [{ ...procedure, short }, own];
  }),
}));

const unit = fc.constantFrom('25326', '25333', null);
const answers = fc.record(
  {
    'ket-hon': fc.constantFrom('roi', 'chua', 'co', 'khong'),
    'nhan-con': fc.constantFrom('co', 'khong'),
    'dung-han': fc.constantFrom('dung', 'qua'),
  },
  { requiredKeys: [] },
);
const walk = (procedure: string) =>
  fc.record<Walkthrough>({
    id: fc.constant(procedure),
    procedure: fc.constant(procedure),
    answers,
    channel: fc.constantFrom('online', 'counter', null),
    unit,
    done: fc.constant([]),
    mode: fc.constant('papers'),
    release: fc.constant(release.hash),
    shown: fc.constant(null),
    at: fc.constant(null),
    repeats: fc.constant(0),
    screens: fc.constant({}),
    updatedAt: fc.constant(0),
  });

const situation = fc.record({
  walkthroughs: fc.tuple(walk('khai-sinh'), walk('tam-tru')),
  active: fc.constantFrom('khai-sinh', 'tam-tru', null),
  own: unit,
  homeUnit: unit,
  lang: fc.constantFrom('vi', 'en' as const),
  now: fc.constantFrom('2026-06-20', '2030-01-01').map((day) => Date.parse(day)),
  id: fc.constantFrom('khai-sinh', 'tam-tru'),
  aspect: fc.constantFrom(...aspects),
  short: fc.boolean(),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function turnOf({ walkthroughs, active, own, homeUnit, lang, now }: Situation): Turn {
  const context = { channel: 'portal', homeUnit, lang, now, lastInAt: null } as const;
  const event = { kind: 'start' } as const;
  const input = { state: null, event, understanding: null, secret: null, context, release };
  return openTurn(input, { ...newState, walkthroughs, active, unit: own }, () => 'new');
}

/** Somebody, and somebody else whose situation differs in one thing. */
const two = fc
  .tuple(
    situation,
    situation,
    fc.constantFrom(
      ...(['walkthroughs', 'active', 'own', 'homeUnit', 'lang', 'now', 'aspect', 'short'] as const),
    ),
  )
  .map(([one, other, key]): readonly [Situation, Situation] => [one, { ...one, [key]: other[key] }]);

it('gives for every case what would be composed and remembered anew, whatever was asked before', () => {
  const different = new Set<string>();
  fc.assert(
    fc.property(two, (both) => {
      for (const asked of both) {
        const { id, aspect, short } = asked;
        const turn = turnOf(asked);
        const procedure = procedureOf(turn, id);
        if (procedure === undefined) throw new Error(id);
        const anew = composeAspect(turn, procedure, aspect, short);
        expect(aspectAnswer(turn, procedure, aspect, short)).toEqual(anew);
        different.add(JSON.stringify(anew));
        for (const walked of asked.walkthroughs)
          expect(shownNow(turn, walked)).toEqual(shownAnew(turn, walked));
      }
    }),
    { numRuns: runs(1000) },
  );
  expect(different.size).toBeGreaterThan(40);
});
