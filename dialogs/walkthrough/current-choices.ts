import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { activeWalk, isOpen, type Turn } from '../turn.ts';

/** The way back to where she was, under an answer that stands beside her walk-through. */
export function currentChoices(turn: Turn): Choice[] {
  const walk = activeWalk(turn.state);
  if (walk === null || !isOpen(walk)) return [];
  return [
    {
      id: choiceId('resume', 'go', walk.procedure),
      title: turn.voice.words('choice.resume'),
      style: 'primary',
    },
    { id: choiceId('staff'), title: turn.voice.words('choice.staff'), style: 'quiet' },
  ];
}
