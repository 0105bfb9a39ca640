import { procedureFor, type Release } from '../release.ts';
import type { Procedure, Question } from '../schema/procedure.ts';
import type { UnitCode } from '../schema/ids.ts';
import { isAsked, questionsIn } from '../condition.ts';
import { answerTo, type Situation } from '../situation.ts';
import type { Case } from './fact.ts';

/** The entry of a case, also under an id that it had before. */
export function findProcedure(release: Release, id: string, unit: UnitCode | null): Procedure | undefined {
  const found = procedureFor(release, id, unit);
  if (found !== undefined) return found;
  const own = unit === null ? undefined : release.overrides.get(unit);
  for (const entries of [own, release.procedures]) {
    const now = entries === undefined ? undefined : renamed(entries).get(id);
    if (now !== undefined) return procedureFor(release, now, unit);
  }
  return undefined;
}

const known = new WeakMap<ReadonlyMap<string, Procedure>, ReadonlyMap<string, string>>();

/** Former ids to present ones, read once a release: topics that are no procedures are looked up here too. */
function renamed(entries: ReadonlyMap<string, Procedure>): ReadonlyMap<string, string> {
  let now = known.get(entries);
  if (now === undefined) {
    // Of two that had the same, the first.
    const pairs = [...entries.values()].flatMap(({ id, was }) =>
      (was ?? []).map((old) => [old, id] as const),
    );
    known.set(entries, (now = new Map(pairs.toReversed())));
  }
  return now;
}

/**
 * Reads a case against the current release: ids as they are called now, answers that no longer exist
 * dropped (they count as unanswered). What she answered to a question that her case does not ask any more
 * stays, so that it is there when she changes back; conditions do not see it.
 */
export function normaliseCase(release: Release, caseOf: Case): Situation {
  const procedure = findProcedure(release, caseOf.procedure, caseOf.unit);
  if (procedure === undefined) return { ...caseOf, answers: {}, questions: new Map() };
  const questions = askable(procedure);
  const answers: Record<string, string> = {};
  for (const [id, question] of questions) {
    const option = [id, ...(question.was ?? [])]
      .map((name) => optionNow(question, answerTo(name, caseOf)))
      .find((found) => found !== undefined);
    if (option !== undefined) answers[id] = option;
  }
  return { ...caseOf, procedure: procedure.id, answers, questions };
}

/** What every lookup starts with. null: there is no such procedure. */
export function open(
  release: Release,
  caseOf: Case,
): { readonly procedure: Procedure; readonly at: Situation } | null {
  const procedure = findProcedure(release, caseOf.procedure, caseOf.unit);
  return procedure === undefined ? null : { procedure, at: normaliseCase(release, caseOf) };
}

function optionNow(question: Question, option: string | undefined): string | undefined {
  if (option === undefined || Object.hasOwn(question.options, option)) return option;
  return Object.entries(question.options).find(([, { was }]) => was?.includes(option))?.[0];
}

/** Questions in written order. A `when` that looks ahead is no condition: the validator refuses it, here it would never end. */
export function askable(procedure: Procedure): Map<string, Question> {
  const questions = new Map<string, Question>();
  for (const [id, question] of Object.entries(procedure.questions)) {
    const { when, ...rest } = question;
    const looksBack = when !== undefined && questionsIn(when).every((named) => questions.has(named));
    questions.set(id, looksBack ? question : rest);
  }
  return questions;
}

/** Of the questions named, those that are unanswered and asked in this case, in written order. */
export function stillAsked(named: ReadonlySet<string>, at: Situation): string[] {
  const asked: string[] = [];
  for (const id of at.questions?.keys() ?? []) {
    if (!named.has(id) || answerTo(id, at) !== undefined) continue;
    if (isAsked(id, at) === 'yes') asked.push(id);
  }
  return asked;
}
