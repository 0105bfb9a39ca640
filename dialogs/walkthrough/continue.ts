import type { Walkthrough } from '../state.ts';
import { activeWalk, recordOf, type Told, type Turn, unitOf } from '../turn.ts';
import type { Reply } from '#replies/reply.ts';
import { askQuestion } from '../papers/ask.ts';
import { showPapers } from '../papers/show-papers.ts';
import { askUnit } from '../unit/ask-unit.ts';
import { nextPaperQuestion } from '../papers/next.ts';
import { finish } from './finish.ts';
import { placeOf } from './place.ts';
import { namesUnit, showStep, type Shown, type ShowOptions } from './show-step.ts';

/** What comes next in the walk-through in hand: a question it needs, the checklist, the step, or the end. */
export function goOn(turn: Turn, options: ShowOptions = {}): Shown {
  const walk = activeWalk(turn.state);
  if (walk === null)
    return {
      turn,
      reply: { blocks: [{ kind: 'text', text: turn.voice.words('step.gone') }], choices: [], facts: [] },
    };
  return walk.mode === 'papers' ? goOnWithPapers(turn, walk, options) : goOnWithSteps(turn, walk, options);
}

/** A whole answer from what comes next, after replies that stand before it. */
export function toldGoingOn(turn: Turn, before: readonly Reply[] = [], options: ShowOptions = {}): Told {
  const shown = goOn(turn, options);
  return {
    state: shown.turn.state,
    replies: [...before, shown.reply],
    record: recordOf('answer', activeWalk(turn.state)?.procedure ?? null),
  };
}

function goOnWithPapers(turn: Turn, walk: Walkthrough, options: ShowOptions): Shown {
  const question = nextPaperQuestion(turn, walk);
  return question === null
    ? showPapers(turn, walk, options)
    : askQuestion(turn, walk, question, options.lead);
}

function goOnWithSteps(turn: Turn, walk: Walkthrough, options: ShowOptions): Shown {
  const place = placeOf(turn, walk);
  if (place.step === null) return finish(turn, walk, options.lead);
  // "Bắt đầu" gives the first step at once; what must be asked waits for the second.
  if (place.index > 0) {
    const ask = place.plans.slice(0, place.index + 1).flatMap(({ asks }) => asks)[0];
    if (ask !== undefined) return askQuestion(turn, walk, ask, options.lead);
    if (unitOf(turn, walk) === null && !turn.state.unitDeclined && namesUnit(turn, place))
      return askUnit(turn, options.lead);
  }
  return showStep(turn, walk, options);
}
