import { z } from 'zod';
import { created, ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { scopeParams } from '#staff/door.ts';
import type { Officer } from '#staff/officer.ts';
import {
  begunSchema,
  compareSchema,
  comparisonViewSchema,
  type AnsweredView,
  type ComparedView,
} from '../contract.ts';
import type { Comparison } from '../compare/result.ts';
import { namer, type InsightParts } from '../parts.ts';
import type { Answered } from '../ports.ts';
import { phraseChange } from '../teach/phrase-change.ts';
import { wordingsAlike } from '../alike.ts';

const runParams = scopeParams.extend({ run: z.uuid() });
/** Some procedures at once. */
const MAX_BYTES = 2 * 1024 * 1024;
const WORDINGS = 4;

/** What changes would do, before anything of them is saved or published: minutes of work, asked about until done. */
export function comparisonRoutes(parts: InsightParts): readonly Route[] {
  const { door, comparisons, drafts, log } = parts;
  const base = '/api/staff/:scope/insight/comparisons';
  const who = door.holding('edit');

  async function changesOf(officer: Officer, scope: Scope, body: z.output<typeof compareSchema>) {
    if (body.kind === 'changes') return body.changes;
    const { change } = await phraseChange(drafts, officer, scope, body.phrase);
    return [change];
  }

  return [
    route({
      method: 'POST',
      path: base,
      who,
      in: { ...noInput, params: scopeParams, body: compareSchema, maxBytes: MAX_BYTES },
      out: { 201: begunSchema },
      limit: { points: 30, seconds: 600, key: ({ id }) => id },
      handler: async ({ caller, params: { scope }, body }) => {
        const changes = await changesOf(caller, scope, body);
        return created({ id: await comparisons.begin(scope, changes) });
      },
    }),

    route({
      method: 'GET',
      path: `${base}/:run`,
      who,
      in: { ...noInput, params: runParams },
      out: { 200: comparisonViewSchema },
      handler: async ({ params: { scope, run } }) => {
        const found = await comparisons.find(scope, run);
        if (found === null) throw new AppError('NOT_FOUND');
        const { status, done, result } = found;
        if (result?.kind !== 'compared') return ok({ status, done, result });
        const compared = await viewOf(scope, result.comparison);
        return ok({ status, done, result: { kind: 'compared', compared } });
      },
    }),
  ];

  /** Wordings are read from the log as it stands now: what was deleted meanwhile is not shown. */
  async function viewOf(
    scope: Scope,
    { slices, missed, evaluation, questions }: Comparison,
  ): Promise<ComparedView> {
    const named = namer(parts);
    const answered = ({ topic, ...answer }: Answered): AnsweredView => ({
      ...answer,
      topic: topic === null ? null : named(topic),
    });
    const turns = questions.groups.flatMap((group) => group.turns);
    const texts = new Map((await log.texts(scope, turns)).map((one) => [one.turn, one]));
    return {
      slices,
      missed,
      evaluation: {
        ...evaluation,
        moves: evaluation.moves.map(({ text, right, slice, verdict, before, after }) => ({
          text,
          right: named(right),
          slice,
          verdict,
          before: answered(before),
          after: answered(after),
        })),
      },
      questions: {
        ...questions,
        groups: await Promise.all(
          questions.groups.map(async ({ before, after, count, people, turns: some }) => ({
            before: answered(before),
            after: answered(after),
            count,
            people,
            wordings: [
              ...(await wordingsAlike(
                some.flatMap((turn) => texts.get(turn) ?? []),
                WORDINGS,
              )),
            ],
          })),
        ),
      },
    };
  }
}
