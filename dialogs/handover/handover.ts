import { choiceId } from '../choices/ids.ts';
import type { Block, Reply } from '#replies/reply.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { recordOf, unitOf, withState, type Told, type Turn } from '../turn.ts';

/** A person: who, where, and when as far as that is verified. Nothing is promised that is not known. */
export function handover(
  turn: Turn,
  reason: string,
  words: string | null = null,
  topic: string | null = turn.state.topic,
): Told {
  const next = withState(turn, { misunderstood: 0 });
  const reply: Reply = {
    blocks: [
      { kind: 'text', text: words ?? turn.voice.words('handover.intro') },
      ...people(turn),
      { kind: 'text', text: turn.voice.words('handover.bring') },
    ],
    choices: currentChoices(turn).filter(({ id }) => id !== choiceId('staff')),
    facts: [],
  };
  return {
    state: next.state,
    replies: [reply],
    effects: [{ kind: 'handover', reason }],
    record: recordOf('handover', topic),
  };
}

/** The ward's desk and the city's call centre. */
export const people = (turn: Turn): Block[] =>
  contactBlocks(turn.voice, turn.release, unitOf(turn), anyQuestion(turn.release));
