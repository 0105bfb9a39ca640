import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { offered, twoWays } from '../offer/offer.ts';
import { notices } from '../start/greeting.ts';
import { activeWalk, isOpen, recordOf, withState, type Told, type Turn } from '../turn.ts';
import { goOn } from '../walkthrough/continue.ts';
import { takeUp } from '../walkthrough/walks.ts';
import { composeAspect } from './answer-aspect.ts';

/**
 * Answers what was asked about a procedure. In a walk-through it is a side question: answered, then she is
 * where she was. Elsewhere the two ways stand after it.
 */
export function answer(turn: Turn, procedure: Procedure, aspects: readonly Aspect[]): Told {
  const composed = aspects.map((aspect) => composeAspect(turn, procedure, aspect));
  const [first] = aspects;
  const record = recordOf(first === 'cach-nop-online' ? 'offer' : 'answer', procedure.id, first ?? null);
  const reply: Reply = {
    blocks: [...notices(turn, procedure.id), ...composed.flatMap(({ blocks }) => blocks)],
    choices: [],
    facts: composed.flatMap(({ facts }) => facts),
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
  return { state: next.state, replies: [{ ...reply, choices: twoWays(next, procedure.id) }], record };
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
