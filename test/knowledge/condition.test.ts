import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, openQuestions, questionsIn, settle } from '#knowledge/condition.ts';
import type { Situation } from '#knowledge/situation.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import { questionsFor, type Scope } from '#knowledge/facts/questions.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import type { Release } from '#knowledge/release.ts';
import type { Condition } from '#knowledge/schema/condition.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import { aCase, aProcedure, aQuestion, aRelease } from '../support/builders.ts';
import { runs } from '../support/fuzz.ts';

describe('a condition', () => {
  it('is open while an unanswered question, the channel or the unit decides it', () => {
    expect(evaluate({ q: 'a', is: 'co' }, aCase())).toBe('open');
    expect(evaluate({ channel: 'online' }, aCase())).toBe('open');
    expect(evaluate({ unit: ['25441'] }, aCase())).toBe('open');
    expect(evaluate({ not: { q: 'a', is: 'co' } }, aCase())).toBe('open');
  });

  it('is decided by what is known, whatever the rest', () => {
    const known = aCase({ answers: { a: 'co' } });
    expect(
      evaluate(
        {
          any: [
            { q: 'a', is: 'co' },
            { q: 'b', is: 'co' },
          ],
        },
        known,
      ),
    ).toBe('yes');
    expect(
      evaluate(
        {
          all: [
            { q: 'a', is: 'khong' },
            { q: 'b', is: 'co' },
          ],
        },
        known,
      ),
    ).toBe('no');
    expect(
      openQuestions(
        {
          any: [
            { q: 'a', is: 'co' },
            { q: 'b', is: 'co' },
          ],
        },
        known,
      ),
    ).toEqual([]);
  });

  it('holds on the first and the last day of its range', () => {
    const range: Condition = { date: { from: '2026-01-01', to: '2026-01-31' } };
    const on = (date: string) => evaluate(range, aCase({ date }));
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(on)).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
  });

  it('asks only what can still change it', () => {
    const condition: Condition = {
      any: [
        {
          all: [
            { q: 'a', is: 'co' },
            { q: 'b', is: 'co' },
          ],
        },
        {
          all: [
            { q: 'a', is: 'khong' },
            { q: 'c', is: 'co' },
          ],
        },
      ],
    };
    expect(openQuestions(condition, aCase())).toEqual(['a', 'b', 'c']);
    expect(openQuestions(condition, aCase({ answers: { a: 'co' } }))).toEqual(['b']);
  });

  it('is settled where every option of a question gives the same', () => {
    const procedure = aProcedure({ questions: { a: aQuestion(['co', 'khong']) } });
    const at = normaliseCase(aRelease([procedure]), aCase());
    const condition: Condition = {
      any: [
        { q: 'a', is: 'co' },
        { q: 'a', is: 'khong' },
      ],
    };
    expect(evaluate(condition, at)).toBe('open');
    expect(settle(condition, at)).toEqual({ applies: 'yes', open: [], choices: [] });
  });

  it('says that the choice of a channel decides', () => {
    expect(settle({ channel: 'online' }, aCase())).toEqual({
      applies: 'open',
      open: [],
      choices: ['channel'],
    });
  });

  it('gives up trying every way where there are too many, and stays open', () => {
    const many: Condition = { all: Array.from({ length: 40 }, (_, i) => ({ q: `q${String(i)}`, is: 'co' })) };
    expect(settle(many, aCase()).open).toHaveLength(40);
  });
});

/* ---- properties -------------------------------------------------------------------------------- */

const OPTIONS = ['co', 'khong', 'khac'];
const IDS = ['a', 'b', 'c', 'd'];

const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ q: fc.constantFrom(...IDS), is: fc.constantFrom(...OPTIONS) }),
  fc.record({ q: fc.constantFrom(...IDS), in: fc.subarray(OPTIONS, { minLength: 1 }) }),
  fc.record({ channel: fc.constantFrom('online' as const, 'counter' as const, 'postal' as const) }),
  fc.record({ unit: fc.subarray(['25441', '25442'], { minLength: 1 }) }),
  fc.constantFrom<Condition>({ date: { from: '2026-07-01' } }, { date: { to: '2026-06-30' } }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

/** Four questions; the later ones asked only when something about the earlier ones holds. */
const questions = fc.tuple(fc.option(condition), fc.option(condition), fc.option(condition)).map((whens) =>
  Object.fromEntries(
    IDS.map((id, i) => {
      const when = i === 0 ? null : (whens[i - 1] ?? null);
      const looksBack = when !== null && questionsIn(when).every((named) => IDS.indexOf(named) < i);
      return [id, aQuestion(OPTIONS, looksBack ? { when } : {})];
    }),
  ),
);

const caseOf: fc.Arbitrary<Case> = fc
  .record({
    answers: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...OPTIONS)),
    channel: fc.constantFrom(null, 'online' as const, 'counter' as const),
    unit: fc.constantFrom(null, '25441', '25442'),
    date: fc.constantFrom('2026-06-30', '2026-07-01'),
  })
  .map(aCase);

const RUNS = { numRuns: runs(300) };
const at = (asked: NonNullable<Parameters<typeof aProcedure>[0]>['questions'], given: Case): Situation =>
  normaliseCase(aRelease([aProcedure({ questions: asked })]), given);

/** The same case with one thing more known. */
const further = (given: Case, question: string, option: string): Case =>
  question in given.answers
    ? { ...given, channel: given.channel ?? 'postal', unit: given.unit ?? '25441' }
    : { ...given, answers: { ...given.answers, [question]: option } };

/** Answers whatever is asked next until nothing is; asking more often than there are questions is a fault. */
function answerAll(release: Release, given: Case, scope: Scope, options: readonly string[]): Case {
  const next = questionsFor(release, given, scope)[0];
  if (next === undefined) return given;
  const [option, ...rest] = options;
  if (option === undefined) return expect.fail('asks without end');
  return answerAll(release, { ...given, answers: { ...given.answers, [next]: option } }, scope, rest);
}

describe('for any questions, conditions and cases', () => {
  it('knowing more never turns a yes or a no into something else', () => {
    fc.assert(
      fc.property(
        questions,
        condition,
        caseOf,
        fc.constantFrom(...IDS),
        fc.constantFrom(...OPTIONS),
        (asked, c, given, question, option) => {
          const before = settle(c, at(asked, given)).applies;
          if (before !== 'open') {
            expect(settle(c, at(asked, further(given, question, option))).applies).toBe(before);
          }
        },
      ),
      RUNS,
    );
  });

  it('a question that cannot change the result does not', () => {
    fc.assert(
      fc.property(
        questions,
        condition,
        caseOf,
        fc.constantFrom(...IDS),
        fc.constantFrom(...OPTIONS),
        (asked, c, given, question, option) => {
          fc.pre(!(question in given.answers));
          const before = settle(c, at(asked, given));
          if (!before.open.includes(question)) {
            const after = settle(c, at(asked, further(given, question, option)));
            expect(after.applies).toBe(before.applies);
          }
        },
      ),
      RUNS,
    );
  });

  it('answering every question asked, one after another, leaves nothing open but channel and unit', () => {
    fc.assert(
      fc.property(
        questions,
        condition,
        caseOf,
        fc.array(fc.constantFrom(...OPTIONS), { minLength: IDS.length, maxLength: IDS.length }),
        (asked, need, given, options) => {
          const documents = [{ id: 'x', name: 'X', need, form: 'copy' as const, source: ['s1'] }];
          const release = aRelease([aProcedure({ questions: asked, documents })]);
          const start: Case = { ...given, channel: given.channel ?? 'online', unit: given.unit ?? '25441' };
          const now = answerAll(release, start, 'documents', options);
          expect(documentFacts(release, now).map(({ applies }) => applies)).not.toContain('open');
        },
      ),
      RUNS,
    );
  });

  it('the papers are the same whatever is answered to questions that are not about them', () => {
    fc.assert(
      fc.property(condition, caseOf, fc.constantFrom(...OPTIONS), (need, given, option) => {
        const asked = Object.fromEntries([...IDS, 'e'].map((id) => [id, aQuestion(OPTIONS)]));
        const documents = [{ id: 'x', name: 'X', need, form: 'copy' as const, source: ['s1'] }];
        const release = aRelease([aProcedure({ questions: asked, documents })]);
        const other = { ...given, answers: { ...given.answers, e: option, 'khong-co': option } };
        expect(documentFacts(release, other)).toEqual(documentFacts(release, given));
      }),
      RUNS,
    );
  });

  it('there are always steps, no step twice, and answering all that they ask settles their number', () => {
    fc.assert(
      fc.property(questions, condition, condition, caseOf, (asked, skip, when, given) => {
        const release = aRelease([
          aProcedure({
            questions: asked,
            steps: {
              'dang-nhap': { skip: true },
              'tim-thu-tuc': { skip },
              'dien-to-khai': { skip: { not: skip } },
            },
            ownSteps: [
              { id: 'rieng', after: 'dang-nhap', when, title: 'Riêng', todo: 'Làm riêng.', source: ['s1'] },
            ],
          }),
        ]);
        const start: Case = { ...given, channel: 'online', unit: '25441' };
        const now = answerAll(
          release,
          start,
          'steps',
          IDS.map(() => 'co'),
        );
        for (const steps of [stepsFor(release, given), stepsFor(release, now)]) {
          expect(steps.length).toBeGreaterThan(0);
          expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        }
        const settled = new Set(stepsFor(release, now).map(({ id }) => id));
        expect(settled.has('tim-thu-tuc')).toBe(!settled.has('dien-to-khai'));
        expect(stepsFor(release, now).flatMap(({ asks }) => asks)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('nothing throws on answers, units and dates from outside', () => {
    const release = aRelease([aProcedure({ questions: { a: aQuestion(OPTIONS) } })]);
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string()),
        fc.string(),
        fc.string(),
        fc.string(),
        (answers, procedure, unit, date) => {
          const strange = { procedure, answers, channel: null, unit, date };
          expect(stepsFor(release, strange).length).toBeGreaterThan(0);
          expect(documentFacts(release, { ...strange, procedure: 'thu-tuc-mau' })).toHaveLength(1);
        },
      ),
      RUNS,
    );
  });
});
