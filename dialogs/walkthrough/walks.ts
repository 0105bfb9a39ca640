import type { Procedure, Question } from '#knowledge/schema/procedure.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import type { Release } from '#knowledge/release.ts';
import { findProcedure, normaliseCase } from '#knowledge/facts/case.ts';
import type { State, Walkthrough } from '../state.ts';
import { activeWalk, isOpen, unitOf, walkOf, withState, type Turn } from '../turn.ts';

/** More set aside than this and the oldest is given up. */
const MOST_OPEN = 6;

/** Her case as the facts are looked up: with a walk-through its answers, without one nothing answered. */
export function caseOf(
  turn: Turn,
  procedure: string,
  walk: Walkthrough | null = walkOf(turn.state, procedure),
): Case {
  return {
    procedure,
    answers: walk?.answers ?? {},
    channel: walk?.channel ?? null,
    unit: unitOf(turn, walk),
    date: turn.today,
  };
}

export const procedureOf = (turn: Turn, id: string): Procedure | undefined =>
  findProcedure(turn.release, id, unitOf(turn));

/** Makes a procedure the one in hand; another that was begun is set aside, one that was only offered is dropped. */
export function takeUp(turn: Turn, procedure: string, patch: Partial<Walkthrough> = {}): Turn {
  const { state, context, release } = turn;
  const known = walkOf(state, procedure);
  const walk: Walkthrough = {
    ...(known ?? blankWalk(turn, procedure)),
    ...patch,
    updatedAt: context.now,
    release: release.hash,
  };
  const others = state.walkthroughs.filter(({ id, mode }) => id !== walk.id && mode !== 'offer');
  const kept = others.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, MOST_OPEN - 1);
  return withState(turn, { walkthroughs: [...kept, walk], active: walk.id, topic: procedure });
}

/** Gives a procedure's walk-through what is known of her case, without taking it in hand yet. */
export function prepare(turn: Turn, procedure: string, patch: Partial<Walkthrough>): Turn {
  const { active, topic } = turn.state;
  return withState(takeUp(turn, procedure, patch), { active, topic });
}

function blankWalk(turn: Turn, procedure: string): Walkthrough {
  return {
    id: turn.newId(),
    procedure,
    answers: {},
    channel: null,
    unit: null,
    done: [],
    mode: 'offer',
    release: turn.release.hash,
    shown: null,
    at: null,
    repeats: 0,
    screens: {},
    updatedAt: turn.context.now,
  };
}

/** Changes the walk-through in hand. */
export function patchActive(turn: Turn, patch: Partial<Walkthrough>): Turn {
  const active = activeWalk(turn.state);
  return active === null ? turn : takeUp(turn, active.procedure, patch);
}

/** The one to go on with: in hand, else the one left last. */
export function openWalk(state: State): Walkthrough | null {
  const active = activeWalk(state);
  if (active !== null && isOpen(active)) return active;
  return state.walkthroughs.filter(isOpen).toSorted((a, b) => b.updatedAt - a.updatedAt)[0] ?? null;
}

/** Others that were begun and set aside, the last one first. */
export const asideOf = (state: State): Walkthrough[] =>
  state.walkthroughs
    .filter((walk) => isOpen(walk) && walk.id !== state.active)
    .toSorted((a, b) => b.updatedAt - a.updatedAt);

/**
 * Brings walk-throughs to the names of the current release: renamed ids follow, steps and procedures
 * that are gone fall away. Their `release` stays, so that what changed can still be told.
 */
export function adopt(turn: Turn): Turn {
  const { state, release } = turn;
  if (state.walkthroughs.every((walk) => walk.release === release.hash)) return turn;
  const walkthroughs = state.walkthroughs.flatMap((walk) => {
    const unit = walk.unit !== null && release.units.has(walk.unit) ? walk.unit : null;
    const procedure = findProcedure(release, walk.procedure, unit);
    if (procedure === undefined) return [];
    const { answers } = normaliseCase(release, caseOf(turn, walk.procedure, walk));
    const names = stepNames(release, procedure);
    const done = walk.done.flatMap((id) => names.get(id) ?? []);
    return [{ ...walk, procedure: procedure.id, unit, answers: { ...answers }, done: [...new Set(done)] }];
  });
  const active = walkthroughs.some(({ id }) => id === state.active) ? state.active : null;
  return withState(turn, { walkthroughs, active, pending: active === state.active ? state.pending : null });
}

/** Every step id that the release knows, present and former, to its present name. */
function stepNames(release: Release, procedure: Procedure): Map<string, string> {
  const steps = [...release.flow.steps, ...procedure.ownSteps];
  return new Map([
    ...steps.flatMap(({ id, was }) => (was ?? []).map((old) => [old, id] as const)),
    ...steps.map(({ id }) => [id, id] as const),
  ]);
}

/** A question by an id that may come from outside: own keys only. */
export function questionOf(procedure: Procedure | undefined, id: string): Question | undefined {
  return procedure !== undefined && Object.hasOwn(procedure.questions, id)
    ? procedure.questions[id]
    : undefined;
}

/** An option of a question, likewise. */
export function optionOf(
  question: Question | undefined,
  id: string,
): Question['options'][string] | undefined {
  return question !== undefined && Object.hasOwn(question.options, id) ? question.options[id] : undefined;
}
