import type { StepPlan } from '#knowledge/facts/fact.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { day } from '#replies/compose/format.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { fill } from '#replies/wording.ts';
import { choiceId } from '../choices/ids.ts';
import { people } from '../handover/handover.ts';
import type { Walkthrough } from '../state.ts';
import { sureTopic } from '../routes/meaning.ts';
import { troubleChoices } from '../trouble/choices.ts';
import { activeWalk, recordOf, textOf, withState, type Told, type Turn } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { placeOf } from '../walkthrough/place.ts';
import { stepValues } from '../walkthrough/values.ts';
import { caseOf, patchActive, procedureOf } from '../walkthrough/walks.ts';
import { isCue } from '../words/cues.ts';

/** The general topic of a screen that differs: at a step its own help is better. */
const TOPIC = 'man-hinh-khac';
/** Troubles of the step to tap beside what helps. */
const NEAR_AT_HAND = 3;

/** "Màn hình khác" in her own words, while a step whose screen is described is the one she is at. */
export function typedScreen(turn: Turn): Told | null {
  const walk = activeWalk(turn.state);
  if (turn.event.kind !== 'text' || walk === null || turn.state.pending?.kind !== 'step') return null;
  const { step } = placeOf(turn, walk);
  if (walk.mode !== 'steps' || step === null || step.screen === null) return null;
  const said = textOf(turn.event);
  if (isCue(turn.voice, said, turn.voice.words('cue.screen-same'))) return same(turn, walk, step);
  const says = isCue(turn.voice, said, turn.voice.words('cue.screen-differs')) || sureTopic(turn) === TOPIC;
  return says ? differs(turn, walk, step) : null;
}

/** The button. null: it is of another step, or of another walk-through. */
export function tapScreen(turn: Turn, how: string, stepId: string, procedure: string): Told | null {
  const walk = activeWalk(turn.state);
  if (walk === null || walk.procedure !== procedure || walk.mode !== 'steps') return null;
  const { step } = placeOf(turn, walk);
  if (step === null || step.id !== stepId || step.screen === null) return null;
  if (how === 'same') return same(turn, walk, step);
  return how === 'differs' ? differs(turn, walk, step) : null;
}

function same(turn: Turn, walk: Walkthrough, step: StepPlan): Told {
  // Found after all: she was counted as one whose screen differs, and stays so.
  const known = walk.screens[step.id] !== undefined;
  const noted = known ? turn : note(turn, walk, step, 'same');
  const told = toldGoingOn(calm(noted), [], { lead: turn.voice.words('screen.good'), brief: true });
  return { ...told, effects: known ? [] : [effect(walk, step, true)] };
}

/** How to find the thing all the same, what else there is, and a person. */
function differs(turn: Turn, walk: Walkthrough, step: StepPlan): Told {
  const { words } = turn.voice;
  const values = stepValues(turn, walk);
  const title = fill(turn.voice.text(step.title), values);
  const flowStep = turn.release.flow.steps.find(({ id }) => id === step.id);
  const place = placeFact(turn.release, caseOf(turn, walk.procedure, walk));
  const search = place?.online.search ?? null;
  // A step in the procedure's own words may be the app's already.
  const own = procedureOf(turn, walk.procedure)?.steps[step.id]?.todo;
  const both = place?.online.entry === 'portal-or-vneid' && own === undefined;
  const inApp = both ? flowStep?.todoVneid : undefined;
  const otherwise = flowStep?.otherwise;
  const lines = [
    words('screen.thanks', { date: day(step.screenAsOf) }),
    ...(otherwise === undefined
      ? []
      : [`${words('screen.look-for', { title })}\n${fill(turn.voice.text(otherwise), values)}`]),
    ...(search === null ? [] : [words('screen.words', { search })]),
    ...(inApp === undefined
      ? []
      : [words('screen.in-vneid', { todo: fill(turn.voice.text(inApp), values) })]),
    words('screen.tell'),
  ];
  const blocks: Block[] = [...lines.map((text): Block => ({ kind: 'text', text })), ...people(turn)];
  const counted = walk.screens[step.id] === undefined ? [effect(walk, step, false)] : [];
  const next = note(turn, walk, step, 'differs');
  return {
    // What she types next is looked up among the troubles.
    state: withState(next, { pending: { kind: 'trouble-pick' } }).state,
    replies: [{ blocks, choices: choicesOf(turn, walk, step), facts: [] }],
    effects: counted,
    record: recordOf('answer', walk.procedure, 'loi-su-co'),
  };
}

function choicesOf(turn: Turn, walk: Walkthrough, step: StepPlan): Choice[] {
  const { words } = turn.voice;
  return [
    {
      id: choiceId('screen', 'same', step.id, walk.procedure),
      title: words('choice.fix-yes'),
      style: 'primary',
    },
    ...troubleChoices(turn, step, 0, NEAR_AT_HAND),
    { id: choiceId('staff'), title: words('choice.staff'), style: 'quiet' },
    { id: choiceId('resume', 'go', walk.procedure), title: words('choice.resume'), style: 'quiet' },
  ];
}

function note(turn: Turn, walk: Walkthrough, step: StepPlan, how: 'same' | 'differs'): Turn {
  return patchActive(turn, { screens: { ...walk.screens, [step.id]: how } });
}

/** Answering is no sign of confusion. */
function calm(turn: Turn): Turn {
  const walk = activeWalk(turn.state);
  return walk === null ? turn : patchActive(turn, { repeats: Math.max(0, walk.repeats - 1) });
}

const effect = (
  walk: Walkthrough,
  step: StepPlan,
  isSame: boolean,
): NonNullable<Told['effects']>[number] => ({
  kind: 'screen',
  procedure: walk.procedure,
  step: step.id,
  same: isSame,
});
