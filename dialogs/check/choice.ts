import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { Place } from '../walkthrough/place.ts';

/** Where the dossier is submitted, and one step before: to have it looked over. */
export function checkChoice(turn: Turn, walk: Walkthrough, place: Place): Choice[] {
  if (!isBeforeSubmit(turn, place)) return [];
  return [
    { id: choiceId('check', walk.procedure), title: turn.voice.words('choice.check'), style: 'normal' },
  ];
}

/** The step that submits, or the last one before it. */
function isBeforeSubmit(turn: Turn, place: Place): boolean {
  const submits = submitIndex(turn, place);
  return submits !== -1 && (place.index === submits || place.index === submits - 1);
}

export const isSubmit = (turn: Turn, place: Place): boolean =>
  place.index !== -1 && place.index === submitIndex(turn, place);

function submitIndex({ release }: Turn, { plans }: Place): number {
  const submitting = new Set(release.flow.steps.filter(({ submits }) => submits).map(({ id }) => id));
  return plans.findIndex(({ id }) => submitting.has(id));
}
