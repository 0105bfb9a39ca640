import type { StepPlan } from '#knowledge/facts/fact.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { plansOf } from '../walkthrough/place.ts';

/**
 * Steps she has done that now tell her something else, "Bước 2 (Tìm đúng thủ tục) nay khác": with a new answer
 * she may have chosen another service than her case needs. Empty: what she did stands.
 */
export function doneDiffers(turn: Turn, before: Walkthrough, after: Walkthrough): string[] {
  const old = new Map(plansOf(turn, before).map((plan) => [plan.id, plan]));
  const done = new Set(before.done);
  return plansOf(turn, after).flatMap((plan, index) => {
    const was = old.get(plan.id);
    if (was === undefined || !done.has(plan.id) || !tellsMore(turn, was, plan)) return [];
    return [turn.voice.words('change.done-step', { number: index + 1, title: turn.voice.text(plan.title) })];
  });
}

function tellsMore({ voice }: Turn, was: StepPlan, now: StepPlan): boolean {
  const known = new Set(was.notes.map(({ id }) => id));
  return voice.text(was.todo) !== voice.text(now.todo) || now.notes.some(({ id }) => !known.has(id));
}
