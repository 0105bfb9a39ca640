import type { Condition } from '../schema/condition.ts';
import type { Procedure } from '../schema/procedure.ts';
import { openQuestions } from '../condition.ts';
import { within, type Situation } from '../situation.ts';
import { open, stillAsked } from './case.ts';
import { isCurrent } from './fees.ts';
import { remembered } from './remember.ts';
import { statementFields, statementsOf } from './statements.ts';
import { stepsFor } from './steps.ts';

export type Scope = 'documents' | 'fee' | 'time' | 'steps' | 'all';

/**
 * The questions to ask next for a scope, in written order: unanswered, asked in this case as far as it is
 * known, and able to change what the scope says. Empty: nothing is left to ask.
 */
export const questionsFor = remembered((release, caseOf, scope: Scope): readonly string[] => {
  const opened = open(release, caseOf);
  if (opened === null) return [];
  const { procedure, at } = opened;
  const wanted =
    scope === 'steps' ? [] : conditionsOf(procedure, at, scope).flatMap((c) => openQuestions(c, at));
  if (scope === 'steps' || scope === 'all') {
    wanted.push(...stepsFor(release, caseOf).flatMap(({ asks }) => asks));
  }
  return stillAsked(new Set(wanted), at);
});

function conditionsOf(procedure: Procedure, at: Situation, scope: Exclude<Scope, 'steps'>): Condition[] {
  const of = {
    documents: () =>
      procedure.documents.flatMap(({ need, replacedWhen }) => [
        typeof need === 'string' ? undefined : need,
        replacedWhen,
      ]),
    fee: () =>
      [...procedure.fees.filter((fee) => isCurrent(fee, at)), ...procedure.exemptions].map(
        ({ when }) => when,
      ),
    time: () => {
      const times = procedure.time.filter((time) => within(at.date, time));
      return [...times, ...times.flatMap(({ plus }) => plus)].map(({ when }) => when);
    },
  };
  const all = (): (Condition | undefined)[] => [
    ...Object.values(of).flatMap((conditions) => conditions()),
    ...statementFields.flatMap((field) => statementsOf(procedure, field).map(({ when }) => when)),
  ];
  return (scope === 'all' ? all() : of[scope]()).filter((condition) => condition !== undefined);
}
