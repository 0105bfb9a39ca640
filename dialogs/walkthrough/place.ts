import type { StepPlan } from '#knowledge/facts/fact.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf } from './walks.ts';

/** Where she is: computed, never stored. */
export interface Place {
  readonly plans: readonly StepPlan[];
  /** Zero-based; as many as there are steps when all are done. */
  readonly index: number;
  readonly step: StepPlan | null;
}

/** The first step of her case that is not done. */
export function placeOf(turn: Turn, walk: Walkthrough): Place {
  const plans = plansOf(turn, walk);
  const done = new Set(walk.done);
  const found = plans.findIndex(({ id }) => !done.has(id));
  const index = found === -1 ? plans.length : found;
  return { plans, index, step: plans[index] ?? null };
}

/** The step before the place; null at the first. */
export const stepBefore = ({ plans, index }: Place): StepPlan | null => plans[index - 1] ?? null;

/** The steps of her case, in order. */
export const plansOf = (turn: Turn, walk: Walkthrough): readonly StepPlan[] =>
  stepsFor(turn.release, caseOf(turn, walk.procedure, walk));
