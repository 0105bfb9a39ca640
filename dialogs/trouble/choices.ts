import type { StepPlan } from '#knowledge/facts/fact.ts';
import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Turn } from '../turn.ts';

/** Troubles of a step to tap, from a place in its list; with more left, the way to them. */
export function troubleChoices(turn: Turn, step: StepPlan | null, from: number, many: number): Choice[] {
  const ids = (step?.troubles ?? []).filter((id) => turn.release.troubles.has(id));
  const shown = ids.slice(from, from + many).flatMap((id): Choice[] => {
    const trouble = turn.release.troubles.get(id);
    return trouble === undefined
      ? []
      : [{ id: choiceId('trouble', id), title: turn.voice.text(trouble.title), style: 'normal' }];
  });
  const next = from + many;
  const more: Choice[] =
    next < ids.length
      ? [
          {
            id: choiceId('trouble', '', String(next)),
            title: turn.voice.words('choice.more-troubles'),
            style: 'quiet',
          },
        ]
      : [];
  return [...shown, ...more];
}
