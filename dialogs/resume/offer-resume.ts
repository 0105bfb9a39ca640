import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import { recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { placeOf } from '../walkthrough/place.ts';
import { procedureOf } from '../walkthrough/walks.ts';

/** She is back: where she was, and whether to go on. */
export function offerResume(turn: Turn, walk: Walkthrough): Told {
  const { voice } = turn;
  const procedure = procedureOf(turn, walk.procedure);
  const name = procedure === undefined ? walk.procedure : voice.text(procedure.short);
  const next = withState(turn, {
    topic: walk.procedure,
    pending: { kind: 'resume', walkthrough: walk.id },
    misunderstood: 0,
  });
  return {
    state: next.state,
    replies: [textReply(whereSheWas(turn, walk, name), resumeChoices(turn, walk))],
    record: recordOf('offer', walk.procedure),
  };
}

export function resumeChoices(turn: Turn, walk: Walkthrough): Choice[] {
  const { words } = turn.voice;
  return [
    { id: choiceId('resume', 'go', walk.procedure), title: words('choice.resume'), style: 'primary' },
    { id: choiceId('offer', 'papers', walk.procedure), title: words('choice.papers'), style: 'normal' },
    { id: choiceId('menu'), title: words('choice.menu'), style: 'quiet' },
  ];
}

function whereSheWas(turn: Turn, walk: Walkthrough, procedure: string): string {
  if (walk.mode === 'papers') return turn.voice.words('resume.offer-papers', { procedure });
  const { plans, index } = placeOf(turn, walk);
  const number = Math.min(index + 1, plans.length);
  return turn.voice.words('resume.offer-steps', { procedure, number, total: plans.length });
}
