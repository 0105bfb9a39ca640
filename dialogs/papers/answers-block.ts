import { isAsked } from '#knowledge/condition.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import type { Block } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

export interface AnswerLine {
  readonly question: string;
  readonly ask: string;
  readonly label: string;
}

/** What she answered, as far as her case asks it. */
export function answerLines(turn: Turn, walk: Walkthrough): AnswerLine[] {
  const at = normaliseCase(turn.release, caseOf(turn, walk.procedure, walk));
  const questions = procedureOf(turn, walk.procedure)?.questions ?? {};
  return Object.entries(questions).flatMap(([id, question]) => {
    const label = question.options[at.answers[id] ?? '']?.label;
    if (label === undefined || isAsked(id, at) !== 'yes') return [];
    return [{ question: id, ask: turn.voice.text(question.ask), label: turn.voice.text(label) }];
  });
}

/** Each with a way to change it. */
export const changeableAnswers = (turn: Turn, walk: Walkthrough) =>
  answerLines(turn, walk).map(({ question, ask, label }) => ({
    question,
    ask,
    label,
    change: choiceId('change', walk.procedure, question),
  }));

export function answersBlock(turn: Turn, walk: Walkthrough): Block | null {
  const items = changeableAnswers(turn, walk);
  return items.length === 0 ? null : { kind: 'answers', procedure: walk.procedure, items };
}
