import { optionMeant } from '../change/option-meant.ts';
import { changeCue } from '../change/cue.ts';
import { answerQuestion } from '../papers/answer-question.ts';
import { activeWalk, textOf, type Told, type Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';
import { asksSomething } from '../words/asks.ts';
import { isAsked } from '#knowledge/condition.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import { sureTopic } from './meaning.ts';

// What she says of her own case: an answer to the open question, to another one, or a correction.

/** "Không phải, cho mình thôi" corrects what she answered before, however its first word sounds to the question that is open. */
export function changesAnother(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  const rest = changeCue(turn);
  if (pending?.kind !== 'question' || walk === null || procedure === undefined || !rest) return null;
  const meant = optionMeant(turn, procedure, walk, rest);
  return meant === null || walk.answers[meant.question] === undefined || meant.question === pending.question
    ? null
    : answerQuestion(turn, procedure, meant.question, meant.option, 'corrected');
}

/** A question of her case is open and her words fit one of its options. */
export function typedAnswer(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (pending?.kind !== 'question' || procedure === undefined) return null;
  const meant = optionMeant(turn, procedure, walk, textOf(turn.event), pending.question);
  return meant === null ? null : answerQuestion(turn, procedure, meant.question, meant.option);
}

/** Words that nobody asked for must fit an option well. */
const TOLD = 0.85;

/** She tells of her case what another question asks: kept, and the open one is asked again. Who asks something tells nothing. */
export function answersAnother(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (pending === null || !['question', 'offer', 'step'].includes(pending.kind) || procedure === undefined)
    return null;
  if (turn.understanding?.command != null || asksSomething(turn)) return null;
  // At a step people tell of what goes wrong, and of what they see: those words are no answers.
  if (pending.kind === 'step' && (complains(turn) || sureTopic(turn)?.startsWith('trouble:'))) return null;
  // Without her answers: what she answered already must not be read as something else.
  const meant = optionMeant(turn, procedure, null, textOf(turn.event), null, TOLD);
  if (meant === null || walk?.answers[meant.question] === meant.option) return null;
  if (isAsked(meant.question, normaliseCase(turn.release, caseOf(turn, procedure.id, walk))) === 'no')
    return null;
  return answerQuestion(turn, procedure, meant.question, meant.option, 'told');
}

const FAILS = 0.8;
const complains = ({ understanding }: Turn): boolean =>
  understanding?.aspect === 'loi-su-co' && understanding.aspectP >= FAILS;
