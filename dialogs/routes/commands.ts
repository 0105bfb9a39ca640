import type { Command } from '#understanding/types.ts';
import { changeAnswer } from '../change/change.ts';
import { choiceId, type StepAction } from '../choices/ids.ts';
import { takeFeedback } from '../feedback/feedback.ts';
import { handover } from '../handover/handover.ts';
import { beginPapers, beginSteps } from '../offer/begin.ts';
import { resume } from '../resume/resume.ts';
import { menu } from '../start/menu.ts';
import { pickTrouble, troubleSolved, troubleStays } from '../trouble/trouble.ts';
import { activeWalk, isOpen, withState, type Told, type Turn } from '../turn.ts';
import { openWalk, procedureOf } from '../walkthrough/walks.ts';
import { stepActionTable } from '../walkthrough/step-actions.ts';
import { simpler } from '../walkthrough/simpler.ts';
import { sureTopic } from './meaning.ts';
import { tap } from './tap.ts';

type Run = (turn: Turn) => Told | null;

/** What residents type anywhere. null: it has no meaning here, the words are read as a message. */
export const commands: Readonly<Record<Command, Run>> = {
  start: (turn) => {
    const id = procedureMeant(turn);
    const procedure = id === null ? undefined : procedureOf(turn, id);
    return procedure === undefined ? null : beginSteps(turn, procedure);
  },
  papers: (turn) => {
    const id = procedureMeant(turn);
    const procedure = id === null ? undefined : procedureOf(turn, id);
    return procedure === undefined ? null : beginPapers(turn, procedure);
  },
  done: (turn) => (turn.state.pending?.kind === 'trouble' ? troubleSolved(turn) : atStep('done')(turn)),
  stuck: (turn) => {
    if (turn.state.pending?.kind === 'trouble') return troubleStays(turn, turn.state.pending.trouble);
    if (turn.understanding?.candidates[0]?.topic.startsWith('trouble:') === true) return null;
    return atStep('stuck')(turn) ?? pickTrouble(turn);
  },
  back: (turn) => atStep('back')(turn) ?? backToOffer(turn),
  repeat: (turn) => simpler(turn),
  later: (turn) => atStep('later')(turn),
  resume: (turn) => resume(turn, namedProcedure(turn)),
  menu,
  'side-question': (turn) => atStep('other')(turn) ?? menu(turn),
  staff: (turn) => handover(turn, 'asked'),
  // A command is the whole message: it names no new answer.
  'change-answer': (turn) => changeAnswer(turn, ''),
  yes: (turn) => agree(turn),
  no: (turn) => disagree(turn),
  helped: (turn) => {
    if (turn.state.pending?.kind === 'trouble') return troubleSolved(turn);
    return atStepShown('done')(turn) ?? takeFeedback(turn, true, turn.state.topic ?? 'bot');
  },
  'not-helped': (turn) => {
    if (turn.state.pending?.kind === 'trouble') return troubleStays(turn, turn.state.pending.trouble);
    return atStepShown('stuck')(turn) ?? takeFeedback(turn, false, turn.state.topic ?? 'bot');
  },
  stop: (turn) => atStep('later')(turn) ?? menu(turn),
};

/** A step that is not on the screen, because a question stands before it, cannot be done. */
const stepIsShown = ({ state }: Turn): boolean =>
  state.pending?.kind !== 'question' && state.pending?.kind !== 'unit';

const stepIsOffered = ({ state }: Turn): boolean =>
  state.choices.some((id) => id.startsWith(choiceId('step', 'done', '')));

/** "Vào được rồi" at a step on the screen speaks of the step, unless she was just asked how an answer was. */
function atStepShown(action: StepAction): Run {
  return (turn) => {
    const asked = turn.state.choices.some((id) => id.startsWith('feedback:'));
    return stepIsOffered(turn) && !asked ? atStep(action)(turn) : null;
  };
}

/** An action at the step, where she walks through steps; finished ones can only go back. */
function atStep(action: StepAction): Run {
  return (turn) => {
    const walk = activeWalk(turn.state);
    if (walk === null || (action === 'done' && !stepIsShown(turn))) return null;
    const allowed =
      walk.mode === 'steps' ||
      (walk.mode === 'papers' && action === 'later') ||
      (walk.mode === 'finished' && action === 'back');
    return allowed ? stepActionTable[action](turn, walk) : null;
  };
}

function backToOffer(turn: Turn): Told | null {
  const walk = activeWalk(turn.state);
  return walk === null ? null : tap(turn, choiceId('topic', walk.procedure));
}

/** "Có", "ừ": to whatever was asked last. */
function agree(turn: Turn): Told | null {
  const { pending } = turn.state;
  const [first] = turn.state.choices;
  // "Ok" to something said aside is no "xong": the step itself is not on the screen.
  if (pending?.kind === 'step') return stepIsOffered(turn) ? atStep('done')(turn) : resume(turn, null);
  if (pending?.kind === 'trouble') return troubleSolved(turn);
  if (pending?.kind === 'resume') return resume(turn, null);
  if (pending?.kind === 'clarify' && pending.topics.length === 1 && first !== undefined)
    return tap(turn, first);
  if (pending?.kind === 'offer') return runStart(turn, pending.procedure);
  return null;
}

/** "Không", "chưa". */
function disagree(turn: Turn): Told | null {
  const { pending } = turn.state;
  if (pending?.kind === 'trouble') return troubleStays(turn, pending.trouble);
  if (pending?.kind === 'step') return atStep('stuck')(turn);
  if (pending?.kind === 'resume' || pending?.kind === 'offer') return menu(turn);
  if (pending?.kind === 'clarify') return tap(withState(turn, {}), choiceId('topic', 'none'));
  return null;
}

function runStart(turn: Turn, id: string): Told | null {
  const procedure = procedureOf(turn, id);
  return procedure === undefined ? null : beginSteps(turn, procedure);
}

/** The procedure that the words name, else the one in hand or spoken of. */
function procedureMeant(turn: Turn): string | null {
  return (
    namedProcedure(turn) ??
    activeWalk(turn.state)?.procedure ??
    turn.state.topic ??
    openWalk(turn.state)?.procedure ??
    null
  );
}

function namedProcedure(turn: Turn): string | null {
  const named = sureTopic(turn);
  if (named === null || turn.understanding?.fromContext === true || procedureOf(turn, named) === undefined)
    return null;
  const active = activeWalk(turn.state);
  return active !== null && isOpen(active) && active.procedure === named ? active.procedure : named;
}
