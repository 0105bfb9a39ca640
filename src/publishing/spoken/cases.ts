import { localDate } from '#root/clock.ts';
import { addDays } from '#knowledge/dates.ts';
import { atomsOf, isAsked, questionsIn } from '#knowledge/condition.ts';
import { conditionsOf } from '#knowledge/checks/walk.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import type { Release } from '#knowledge/release.ts';
import type { Condition } from '#knowledge/schema/condition.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';

const CHANNELS = [null, 'online', 'counter', 'postal'] as const;

/** What of a procedure is told: each depends on questions of its own. */
export const aspects = ['documents', 'fees', 'time', 'statements', 'steps'] as const;
export type ToldAspect = (typeof aspects)[number];

const STATEMENTS = new Set(['result', 'conditions', 'onBehalf', 'exemptions']);

function belongs(aspect: ToldAspect, field: string): boolean {
  if (aspect === 'statements') return STATEMENTS.has(field);
  return aspect === 'steps' ? field === 'steps' || field === 'ownSteps' : field === aspect;
}

/** Up to so many combinations of answers are all tried together. */
const TOGETHER = 500;

/**
 * Every reachable case of one aspect: all combinations of answers, given and not given, to the questions that
 * the aspect depends on, by channel and boundary date. Questions that something does not depend on change nothing
 * there (`condition.test.ts` proves it), so where all questions together make too many cases, each paper, fee or step
 * gets all combinations of its own.
 */
export function* casesOf(release: Release, procedure: Procedure, aspect: ToldAspect): Generator<Case> {
  const own = conditionsOf(procedure).filter(({ path }) => belongs(aspect, String(path[0])));
  const conditions = own.map(({ condition }) => condition);
  const entries = [...Map.groupBy(own, ({ path }) => `${String(path[0])}.${String(path[1])}`).values()].map(
    (group) => group.map(({ condition }) => condition),
  );
  const groups =
    combinations(procedure, questionsOf(procedure, conditions)) > TOGETHER ? entries : [conditions];
  for (const questions of new Set(groups.map((group) => questionsOf(procedure, group).join(' ')))) {
    for (const date of boundaryDates(procedure, conditions)) {
      for (const channel of CHANNELS) {
        const blank: Case = {
          procedure: procedure.id,
          answers: {},
          channel,
          unit: procedure.scope === 'base' ? null : procedure.scope,
          date,
        };
        yield* answered(release, blank, procedure, questions.split(' ').filter(Boolean));
      }
    }
  }
}

const combinations = (procedure: Procedure, questions: readonly string[]): number =>
  questions.reduce((n, id) => n * (Object.keys(procedure.questions[id]?.options ?? {}).length + 1), 1);

function* answered(
  release: Release,
  given: Case,
  procedure: Procedure,
  questions: readonly string[],
): Generator<Case> {
  const [next, ...rest] = questions;
  if (next === undefined) {
    yield given;
    return;
  }
  yield* answered(release, given, procedure, rest);
  if (isAsked(next, normaliseCase(release, given)) === 'no') return;
  for (const option of Object.keys(procedure.questions[next]?.options ?? {})) {
    yield* answered(release, { ...given, answers: { ...given.answers, [next]: option } }, procedure, rest);
  }
}

/** The questions of conditions and those that decide whether they are asked, in written order. */
function questionsOf(procedure: Procedure, conditions: readonly Condition[]): string[] {
  const wanted = new Set(conditions.flatMap(questionsIn));
  for (const id of Object.keys(procedure.questions).toReversed()) {
    const when = procedure.questions[id]?.when;
    if (wanted.has(id) && when !== undefined) questionsIn(when).forEach((before) => wanted.add(before));
  }
  return Object.keys(procedure.questions).filter((id) => wanted.has(id));
}

/** Today, the review, and every day on which a line begins or ends, each with the days around it. */
export function boundaryDates(procedure: Procedure, conditions: readonly Condition[]): string[] {
  const named = [
    procedure.review,
    ...[...procedure.fees, ...procedure.time].flatMap(({ from, to }) => [from, to]),
    ...conditions.flatMap(atomsOf).flatMap((atom) => ('date' in atom ? [atom.date.from, atom.date.to] : [])),
  ];
  const days = named.filter((day) => day !== undefined);
  return [
    ...new Set([localDate(Date.now()), ...days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])]),
  ];
}
