import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';

/** "Is your screen the same?", under a step whose screen is described, until she said so. */
export function screenChoices(turn: Turn, walk: Walkthrough, step: string): Choice[] {
  if (walk.screens[step] !== undefined) return [];
  return [
    {
      id: choiceId('screen', 'same', step, walk.procedure),
      title: turn.voice.words('choice.screen-same'),
      style: 'quiet',
    },
    {
      id: choiceId('screen', 'differs', step, walk.procedure),
      title: turn.voice.words('choice.screen-differs'),
      style: 'quiet',
    },
  ];
}
