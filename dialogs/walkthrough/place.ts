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

/**
 * A turn asks for the same steps several times, and they cost most of it. They follow from the case alone,
 * so they are kept with her answers as long as those live, which is one turn.
 */
const kept = new WeakMap<
  Walkthrough['answers'],
  { readonly key: string; readonly plans: readonly StepPlan[] }
>();

/** The steps of her case, in order. */
export function plansOf(turn: Turn, walk: Walkthrough): readonly StepPlan[] {
  const at = caseOf(turn, walk.procedure, walk);
  const key = [turn.release.hash, at.procedure, at.channel, at.unit, at.date].join(' ');
  const known = kept.get(walk.answers);
  if (known?.key === key) return known.plans;
  const plans = stepsFor(turn.release, at);
  kept.set(walk.answers, { key, plans });
  return plans;
}
