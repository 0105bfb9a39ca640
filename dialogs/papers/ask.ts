import type { Block, Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import { withState, type Turn } from '../turn.ts';
import type { Shown } from '../walkthrough/show-step.ts';
import { patchActive, procedureOf, questionOf } from '../walkthrough/walks.ts';
import { placeOf } from '../walkthrough/place.ts';

/** One question of her case, to tap or to type. In the steps it says before which step it stands. */
export function askQuestion(turn: Turn, walk: Walkthrough, id: string, lead?: string): Shown {
  const { voice } = turn;
  const question = questionOf(procedureOf(turn, walk.procedure), id);
  const choices: Choice[] = Object.entries(question?.options ?? {}).map(([option, { label }]) => ({
    id: choiceId('q', id, option, walk.procedure),
    title: voice.text(label),
    style: 'normal',
  }));
  const blocks: Block[] = [
    ...(lead === undefined ? [] : [text(lead)]),
    ...(walk.mode === 'steps' ? [text(beforeStep(turn, walk))] : []),
    text(question === undefined ? id : voice.text(question.ask)),
    ...(question?.help === undefined ? [] : [text(voice.text(question.help))]),
  ];
  return {
    turn: withState(patchActive(turn, {}), { pending: { kind: 'question', question: id } }),
    reply: { blocks, choices, facts: [] },
  };
}

const text = (words: string): Block => ({ kind: 'text', text: words });

function beforeStep(turn: Turn, walk: Walkthrough): string {
  const { index, plans } = placeOf(turn, walk);
  return turn.voice.words('question.before-step', {
    number: Math.min(index + 1, plans.length),
    total: plans.length,
  });
}
