import type { Release } from '../release.ts';
import type { FlowStep } from '../schema/flow.ts';
import type { OwnStep, Procedure, StepOverride } from '../schema/procedure.ts';
import { openQuestions, settle } from '../condition.ts';
import type { Situation } from '../situation.ts';
import { normaliseCase, open, stillAsked } from './case.ts';
import { isMemory, resolve } from './grounds.ts';
import { remembered } from './remember.ts';
import type { StepPlan } from './fact.ts';

/**
 * The steps of her walk-through in order: the general flow, changed by the procedure, with its own steps
 * between. A step stays while it is open whether it applies. Never empty; an unknown procedure gets the general flow.
 */
export const stepsFor = remembered((release, caseOf): readonly StepPlan[] => {
  const opened = open(release, caseOf);
  const procedure = opened?.procedure ?? null;
  const at = opened?.at ?? normaliseCase(release, caseOf);
  const plans = release.flow.steps.flatMap((step) => [
    ...(applies(step, procedure, at) ? [generalStep(release, step, procedure, at)] : []),
    ...(procedure?.ownSteps ?? [])
      .filter((own) => own.after === step.id && applies(own, procedure, at))
      .map((own) => ownStep(release, own, procedure, at)),
  ]);
  if (plans.length > 0) return plans;
  return release.flow.steps.map((step) => generalStep(release, step, procedure, at));
});

function applies(step: FlowStep | OwnStep, procedure: Procedure | null, at: Situation): boolean {
  const skip = overrideOf(step, procedure)?.skip;
  if (skip === true || (skip !== undefined && settle(skip, at).applies === 'yes')) return false;
  return step.when === undefined || settle(step.when, at).applies !== 'no';
}

function overrideOf(step: { id: string }, procedure: Procedure | null): StepOverride | undefined {
  return procedure !== null && Object.hasOwn(procedure.steps, step.id) ? procedure.steps[step.id] : undefined;
}

function generalStep(release: Release, step: FlowStep, procedure: Procedure | null, at: Situation): StepPlan {
  const own = overrideOf(step, procedure);
  const notes = notesOf(own, procedure, at);
  return {
    id: step.id,
    title: titleFor(step, own, procedure, at),
    ...wordsFor(step, own, procedure, at),
    screenAsOf: own?.screen === undefined || procedure === null ? release.flow.screenAsOf : procedure.asOf,
    notes: notes.map(({ id, text }) => ({ id, text })),
    asks: asksOf(step, own, at),
    troubles: known(release, [...(own?.troubles ?? []), ...step.troubles]),
    sources: [
      ...resolve(release.flow.sources, step.source),
      ...resolve(
        procedure?.sources ?? {},
        notes.flatMap(({ source }) => source ?? []),
      ),
    ],
  };
}

/**
 * The words for how she files. A procedure's own words are about its usual way, which is online unless it is
 * taken at the counter only; so at the counter of an online procedure the flow's counter words come first.
 */
function wordsFor(
  step: FlowStep,
  own: StepOverride | undefined,
  procedure: Procedure | null,
  at: Situation,
): Pick<StepPlan, 'todo' | 'screen' | 'picture'> {
  const entry = procedure?.online.entry;
  if (entry === 'counter-only') {
    return { todo: own?.todo ?? step.todoCounter ?? step.todo, screen: null, picture: null };
  }
  if (at.channel === 'counter' || at.channel === 'postal') {
    const todo = (at.channel === 'postal' ? step.todoPostal : undefined) ?? step.todoCounter;
    return { todo: todo ?? own?.todo ?? step.todo, screen: null, picture: null };
  }
  const vneid = entry === 'vneid';
  return {
    todo: own?.todo ?? (vneid ? step.todoVneid : undefined) ?? step.todo,
    screen: own?.screen ?? (vneid ? step.screenVneid : undefined) ?? step.screen ?? null,
    picture: pictureOf(step, own, vneid),
  };
}

/** By the same rule as the words: a title that names a screen would send her to the wrong place. */
function titleFor(
  step: FlowStep,
  own: StepOverride | undefined,
  procedure: Procedure | null,
  at: Situation,
): FlowStep['title'] {
  const usual = own?.title ?? step.title;
  if (at.channel === 'postal') return step.titlePostal ?? usual;
  if (procedure?.online.entry === 'counter-only') return own?.title ?? step.titleCounter ?? step.title;
  return (at.channel === 'counter' ? step.titleCounter : undefined) ?? usual;
}

/** Where a procedure tells of a screen of its own, a drawing of the usual one would mislead. */
function pictureOf(step: FlowStep, own: StepOverride | undefined, vneid: boolean): string | null {
  if (own?.picture !== undefined) return own.picture;
  if (own?.screen !== undefined || step.screen === undefined) return null;
  return vneid ? `${step.id}.vneid` : step.id;
}

function ownStep(release: Release, step: OwnStep, procedure: Procedure | null, at: Situation): StepPlan {
  const own = overrideOf(step, procedure);
  return {
    id: step.id,
    title: step.title,
    todo: step.todo,
    screen: step.screen ?? null,
    picture: null,
    screenAsOf: procedure?.asOf ?? release.flow.screenAsOf,
    notes: notesOf(own, procedure, at).map(({ id, text }) => ({ id, text })),
    asks: asksOf(step, own, at),
    troubles: known(release, [...(own?.troubles ?? []), ...step.troubles]),
    sources: resolve(procedure?.sources ?? {}, step.source),
  };
}

/** Notes that hold for sure; one that is still open waits for the question in `asks`. */
function notesOf(
  own: StepOverride | undefined,
  procedure: Procedure | null,
  at: Situation,
): StepOverride['notes'] {
  return (own?.notes ?? []).filter(({ when, source }) => {
    if (when !== undefined && settle(when, at).applies !== 'yes') return false;
    return source === undefined || !isMemory(resolve(procedure?.sources ?? {}, source));
  });
}

function asksOf(step: FlowStep | OwnStep, own: StepOverride | undefined, at: Situation): string[] {
  const conditions = [step.when, own?.skip, ...(own?.notes ?? []).map(({ when }) => when)];
  const open = conditions.flatMap((condition) =>
    condition === undefined || condition === true ? [] : openQuestions(condition, at),
  );
  return stillAsked(new Set([...(own?.asks ?? []), ...open]), at);
}

const known = (release: Release, troubles: readonly string[]): string[] =>
  [...new Set(troubles)].filter((id) => release.troubles.has(id));
