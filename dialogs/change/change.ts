import type { Choice } from '#replies/reply.ts';
import { answerQuestion } from '../papers/answer-question.ts';
import { askQuestion } from '../papers/ask.ts';
import { answerLines } from '../papers/answers-block.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import { activeWalk, recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { openWalk, procedureOf, takeUp } from '../walkthrough/walks.ts';
import { optionMeant } from './option-meant.ts';

/** "sửa lại, …": the rest of the sentence names the new answer, or she is asked which one to change. */
export function changeAnswer(turn: Turn, rest: string): Told | null {
  const walk = activeWalk(turn.state) ?? openWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (walk === null || procedure === undefined) return null;
  const meant = optionMeant(turn, procedure, walk, rest);
  if (meant !== null) return answerQuestion(turn, procedure, meant.question, meant.option, 'corrected');
  // "Sửa tên trong khai sinh" begins like a correction and is a matter of its own.
  return rest !== '' && namesOther(turn, walk.procedure) ? null : askWhich(turn, walk);
}

function namesOther({ understanding }: Turn, procedure: string): boolean {
  const best = understanding?.candidates[0]?.topic;
  return (
    understanding?.confidence === 'sure' &&
    !understanding.fromContext &&
    best !== procedure &&
    best?.startsWith('trouble:') === false
  );
}

export function askWhich(turn: Turn, walk: Walkthrough): Told {
  const { words } = turn.voice;
  const lines = answerLines(turn, walk);
  if (lines.length === 0) return toldGoingOn(turn, [], { lead: words('change.none-yet') });
  const choices: Choice[] = lines.map(({ question, label }) => ({
    id: choiceId('change', walk.procedure, question),
    title: label,
    style: 'normal',
  }));
  const next = withState(turn, { pending: { kind: 'change-answer' } });
  return {
    state: next.state,
    replies: [
      {
        ...textReply(words('change.which'), choices),
        blocks: [
          { kind: 'text', text: words('change.which') },
          { kind: 'answers', items: lines },
        ],
      },
    ],
    record: recordOf('answer', walk.procedure, 'ho-so'),
  };
}

/** Asks one question again; the other answers stay. */
export function askAgain(turn: Turn, walk: Walkthrough, question: string): Told {
  const taken = takeUp(turn, walk.procedure);
  const shown = askQuestion(taken, walk, question);
  return {
    state: shown.turn.state,
    replies: [shown.reply],
    record: recordOf('answer', walk.procedure, 'ho-so'),
  };
}
