import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { offered, twoWays } from '../offer/offer.ts';
import { notices } from '../start/greeting.ts';
import { activeWalk, isOpen, recordOf, walkOf, withState, type Told, type Turn } from '../turn.ts';
import { goOn } from '../walkthrough/continue.ts';
import { questionOf, takeUp } from '../walkthrough/walks.ts';
import type { Composed } from './composed.ts';
import { aspectAnswer } from './kept-answers.ts';

/**
 * Answers what was asked about a procedure. In a walk-through it is a side question: answered, then she is
 * where she was. Elsewhere the two ways stand after it.
 */
export function answer(turn: Turn, procedure: Procedure, aspects: readonly Aspect[]): Told {
  const active = activeWalk(turn.state);
  // Beside a walk-through all cases are told at once; elsewhere a question makes a long answer short.
  const short = aspects.length === 1 && (active === null || !isOpen(active));
  const composed = aspects.map((aspect) => aspectAnswer(turn, procedure, aspect, short));
  return tellComposed(turn, procedure, aspects, {
    blocks: composed.flatMap(({ blocks }) => blocks),
    facts: composed.flatMap(({ facts }) => facts),
    asks: composed[0]?.asks ?? null,
  });
}

/** The same once more for what she just told of her case. */
export function answerForCase(
  turn: Turn,
  procedure: Procedure,
  told: Readonly<Record<string, string>>,
  aspect: Aspect,
): Told {
  const answers = { ...walkOf(turn.state, procedure.id)?.answers, ...told };
  return answer(takeUp(turn, procedure.id, { answers }), procedure, [aspect]);
}

/** Tells what was composed about a procedure, and what comes after it. */
export function tellComposed(
  turn: Turn,
  procedure: Procedure,
  aspects: readonly Aspect[],
  { blocks, facts, asks }: Composed,
): Told {
  const [first] = aspects;
  const record = recordOf(first === 'cach-nop-online' ? 'offer' : 'answer', procedure.id, first ?? null);
  const reply: Reply = {
    blocks: [...notices(turn, procedure.id), ...blocks],
    choices: [],
    facts: [...facts],
  };
  const active = activeWalk(turn.state);
  if (active !== null && isOpen(active)) {
    const aside = active.procedure === procedure.id ? [] : [otherProcedure(turn, procedure)];
    // The step is shown for her orientation, not because she failed at it.
    const shown = goOn(withState(keepRepeats(turn), { misunderstood: 0 }), {
      lead: turn.voice.words('answer.back-to-place'),
      brief: true,
    });
    return { state: shown.turn.state, replies: [{ ...reply, choices: aside }, shown.reply], record };
  }
  const next = offered(takeUp(turn, procedure.id), procedure.id);
  const decides = asks === null || first === undefined ? [] : optionsOf(turn, procedure, asks, first);
  const choices = [...decides, ...twoWays(next, procedure.id)];
  return { state: next.state, replies: [{ ...reply, choices }], record };
}

/** Options of the question that decides: answered, the same is told for her case. */
function optionsOf(turn: Turn, procedure: Procedure, question: string, aspect: Aspect): Choice[] {
  return Object.entries(questionOf(procedure, question)?.options ?? {}).map(([option, { label }]) => ({
    id: choiceId('q', question, option, procedure.id, aspect),
    title: turn.voice.text(label),
    style: 'normal',
  }));
}

function otherProcedure(turn: Turn, procedure: Procedure): Choice {
  const name = turn.voice.text(procedure.short);
  return {
    id: choiceId('topic', procedure.id),
    title: turn.voice.words('choice.switch', { procedure: name }),
    style: 'quiet',
  };
}

function keepRepeats(turn: Turn): Turn {
  const active = activeWalk(turn.state);
  return active === null
    ? turn
    : takeUp(turn, active.procedure, { repeats: Math.max(0, active.repeats - 1) });
}
