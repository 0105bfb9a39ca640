import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Turn } from '../turn.ts';
import { asideOf, procedureOf } from '../walkthrough/walks.ts';

/** A way back to what was set aside. */
export function asideChoices(turn: Turn): Choice[] {
  return asideOf(turn.state)
    .slice(0, 2)
    .map(({ procedure }) => {
      const known = procedureOf(turn, procedure);
      const name = known === undefined ? procedure : turn.voice.text(known.short);
      return {
        id: choiceId('resume', 'go', procedure),
        title: turn.voice.words('choice.resume-named', { procedure: name }),
        style: 'normal',
      };
    });
}
