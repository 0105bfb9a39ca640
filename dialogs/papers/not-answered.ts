import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { isBeside } from '../clarify/clarify.ts';
import { topicName } from '../clarify/topic-name.ts';
import { people } from '../handover/handover.ts';
import { menu } from '../start/menu.ts';
import { resay } from '../routes/resay.ts';
import { activeWalk, recordOf, withState, type Told, type Turn } from '../turn.ts';

/** Nearer than this and what her words are about is put within reach. */
const NEAR = 0.4;

/** Words that fit no option: the question once more. null: no question is open. */
export function notAnswered(turn: Turn): Told | null {
  return askOnceMore(turn, turn.voice.words('question.not-matched'));
}

function askOnceMore(turn: Turn, lead: string): Told | null {
  const { pending, misunderstood } = turn.state;
  const again = pending?.kind === 'question' ? resay(turn, lead) : null;
  if (again === null) return null;
  const lost = misunderstood >= 1;
  return {
    state: withState(turn, { misunderstood: misunderstood + 1 }).state,
    replies: [
      {
        ...again,
        blocks: [
          ...again.blocks,
          ...(lost
            ? [{ kind: 'text', text: turn.voice.words('question.person') } as const, ...people(turn)]
            : []),
        ],
        choices: [...again.choices, ...(turn.understanding?.command == null ? nearest(turn) : [])],
      },
    ],
    record: recordOf('unclear', activeWalk(turn.state)?.procedure ?? null),
  };
}

/** "Có", "xong" where nothing was asked for it: said where she is, never read as a question about the procedure. */
export function idleCommand(turn: Turn): Told | null {
  const { understanding } = turn;
  if (understanding?.command == null) return null;
  // "Xong" is no wrong answer: she thinks of the step before.
  const asked = askOnceMore(turn, turn.voice.words('question.first'));
  if (asked !== null) return asked;
  if (understanding.confidence === 'sure' && !understanding.fromContext) return null;
  const here = resay(turn, turn.voice.words('unclear.command'));
  return here === null
    ? menu(turn)
    : { state: turn.state, replies: [here], record: recordOf('unclear', null) };
}

function nearest(turn: Turn): Choice[] {
  const near = turn.understanding?.candidates.find(({ topic, p }) => p >= NEAR && !isBeside(turn, topic));
  const name = near === undefined ? null : topicName(turn, near.topic);
  if (near === undefined || name === null || near.topic === activeWalk(turn.state)?.procedure) return [];
  return [
    {
      id: choiceId('topic', near.topic),
      title: turn.voice.words('choice.switch', { procedure: name }),
      style: 'quiet',
    },
  ];
}
