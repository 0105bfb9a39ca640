import type { Choice } from '#replies/reply.ts';
import { menuChoices } from '../start/menu.ts';
import type { Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';

/** Back to where she was, or to the beginning. */
export function waysOn(turn: Turn): Choice[] {
  const here = currentChoices(turn);
  return here.length > 0 ? here : menuChoices(turn);
}
