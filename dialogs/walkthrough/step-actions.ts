import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { choiceId, type StepAction } from '../choices/ids.ts';
import { handover } from '../handover/handover.ts';
import { menuChoices } from '../start/menu.ts';
import { offer } from '../offer/offer.ts';
import type { Walkthrough } from '../state.ts';
import { activeWalk, recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { pickTrouble } from '../trouble/trouble.ts';
import { toldGoingOn } from './continue.ts';
import { placeOf, stepBefore } from './place.ts';
import { askTomorrow } from '../remind/remind.ts';
import { patchActive, procedureOf } from './walks.ts';

/** What she can do at a step, for the walk-through in hand. */
export const stepActionTable: Readonly<Record<StepAction, (turn: Turn, walk: Walkthrough) => Told>> = {
  done,
  back,
  stuck: (turn) => pickTrouble(turn),
  other: askAside,
  staff: (turn, walk) => handover(turn, `step:${placeOf(turn, walk).step?.id ?? 'finished'}`),
  later,
  show: (turn) => toldGoingOn(turn),
};

function done(turn: Turn, walk: Walkthrough): Told {
  const { step } = placeOf(turn, walk);
  if (step === null) return toldGoingOn(turn);
  return toldGoingOn(
    withState(patchActive(turn, { mode: 'steps', done: [...walk.done, step.id] }), { misunderstood: 0 }),
  );
}

/** The step before opens again; before the first one stand the two ways. */
function back(turn: Turn, walk: Walkthrough): Told {
  const before = stepBefore(placeOf(turn, walk));
  const procedure = procedureOf(turn, walk.procedure);
  if (before === null) return procedure === undefined ? toldGoingOn(turn) : offer(turn, procedure);
  return toldGoingOn(patchActive(turn, { mode: 'steps', done: walk.done.filter((id) => id !== before.id) }));
}

/**
 * A done step is opened again; later ones stay done, so that finishing it leads back to where she was.
 * null: not a done step of the walk-through in hand.
 */
export function openStep(turn: Turn, stepId: string, procedure: string): Told | null {
  const walk = activeWalk(turn.state);
  if (walk === null || walk.procedure !== procedure || !walk.done.includes(stepId)) return null;
  if (!placeOf(turn, walk).plans.some(({ id }) => id === stepId)) return null;
  return toldGoingOn(
    patchActive(turn, { mode: 'steps', at: null, done: walk.done.filter((id) => id !== stepId) }),
  );
}

const asides: readonly [
  Aspect,
  'choice.ask-fee' | 'choice.ask-time' | 'choice.ask-papers' | 'choice.ask-place',
][] = [
  ['le-phi', 'choice.ask-fee'],
  ['thoi-han', 'choice.ask-time'],
  ['ho-so', 'choice.ask-papers'],
  ['noi-nop', 'choice.ask-place'],
];

function askAside(turn: Turn, walk: Walkthrough): Told {
  const { words } = turn.voice;
  const choices: Choice[] = [
    ...asides.map(([aspect, title]): Choice => ({
      id: choiceId('aspect', aspect, walk.procedure),
      title: words(title),
      style: 'normal',
    })),
    { id: choiceId('change', walk.procedure), title: words('choice.change'), style: 'quiet' },
    ...(turn.state.helping === null
      ? []
      : [{ id: choiceId('helper', 'show'), title: words('choice.helper-show'), style: 'quiet' } as const]),
    { id: choiceId('resume', 'go', walk.procedure), title: words('choice.resume'), style: 'primary' },
  ];
  return {
    state: turn.state,
    replies: [textReply(words('step.ask-aside'), choices)],
    record: recordOf('answer', walk.procedure),
  };
}

function laterReply(turn: Turn, text: string, procedure: string): Reply {
  const asking = askTomorrow(turn, procedure);
  if (asking === null) return textReply(text, menuChoices(turn));
  return {
    blocks: [text, asking.text].map((line) => ({ kind: 'text', text: line })),
    choices: [asking.choice, ...menuChoices(turn)],
    facts: [],
  };
}

/** Her place is kept; she is told how to come back. */
function later(turn: Turn, walk: Walkthrough): Told {
  const { index, plans } = placeOf(turn, walk);
  const procedure = procedureOf(turn, walk.procedure);
  const next = withState(turn, { active: null, pending: null });
  const words = turn.voice.words('step.later', {
    procedure: procedure === undefined ? walk.procedure : turn.voice.text(procedure.short),
    number: Math.min(index + 1, plans.length),
    total: plans.length,
  });
  return {
    state: next.state,
    replies: [laterReply(next, words, walk.procedure)],
    record: recordOf('smalltalk', walk.procedure),
  };
}
