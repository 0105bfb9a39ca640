import { say as inLang } from '#knowledge/schema/text.ts';
import { stepBlock } from '#replies/compose/step.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import type { Block, Choice, Reply } from '#replies/reply.ts';
import { checkChoice, isSubmit } from '../check/choice.ts';
import { countOf, findingsOf } from '../check/findings.ts';
import { choiceId, type StepAction } from '../choices/ids.ts';
import { helperNote } from '../helper/note.ts';
import { screenChoices } from '../screen/choices.ts';
import { changeableAnswers } from '../papers/answers-block.ts';
import type { Walkthrough } from '../state.ts';
import { unitOf, withState, type Turn } from '../turn.ts';
import { placeOf, type Place } from './place.ts';
import { stepValues } from './values.ts';
import { patchActive, procedureOf } from './walks.ts';

/** The same step this often in a row: she is confused. */
const CONFUSED = 3;

export interface ShowOptions {
  /** Said before it. */
  readonly lead?: string;
  /** Short sentences and a person: she is confused. */
  readonly simple?: boolean;
  /** Only a reminder of where she is. */
  readonly brief?: boolean;
}

export interface Shown {
  readonly turn: Turn;
  readonly reply: Reply;
}

/** The step where she is, as a card. `again`: shown once more without progress, which counts towards confusion. */
export function showStep(turn: Turn, walk: Walkthrough, options: ShowOptions = {}): Shown {
  const place = placeOf(turn, walk);
  const stepId = place.step?.id ?? null;
  const repeats = stepId === walk.at ? walk.repeats + 1 : 1;
  const simple = options.simple === true || repeats >= CONFUSED;
  const plain = stepBlock(turn.voice, {
    ...viewOf(turn, walk, place),
    simple,
    brief: options.brief === true,
  });
  const note = stepId === null || options.brief === true ? null : helperNote(turn, walk, stepId);
  const answers = changeableAnswers(turn, walk);
  const card = plain && {
    ...plain,
    notes: note === null ? plain.notes : [note, ...plain.notes],
    ...(answers.length === 0 ? {} : { answers }),
  };
  const blocks: Block[] = [
    ...(options.lead === undefined ? [] : [{ kind: 'text', text: options.lead } as const]),
    ...(card === null ? [] : [card]),
    ...(simple ? slowly(turn) : []),
    ...(options.brief === true ? [] : beforeSubmit(turn, walk, place)),
  ];
  const next = patchActive(turn, { mode: 'steps', at: stepId, repeats });
  return {
    turn: withState(next, { pending: { kind: 'step' } }),
    reply: {
      blocks: blocks.length === 0 ? [{ kind: 'text', text: turn.voice.words('step.gone') }] : blocks,
      choices: [
        ...stepChoices(turn, walk, stepId ?? ''),
        ...checkChoice(turn, walk, place),
        ...(simple || place.step?.screen == null ? [] : screenChoices(turn, walk, place.step.id)),
      ],
      facts: [],
    },
  };
}

/** The six ways on from every step. */
export function stepChoices(turn: Turn, walk: Walkthrough, stepId: string): Choice[] {
  const { words } = turn.voice;
  const choice = (action: StepAction, title: string, style: Choice['style']): Choice => ({
    id: choiceId('step', action, stepId, walk.procedure),
    title,
    style,
  });
  return [
    choice('done', words('choice.done'), 'primary'),
    choice('stuck', words('choice.stuck'), 'normal'),
    choice('back', words('choice.back'), 'quiet'),
    choice('other', words('choice.other'), 'quiet'),
    choice('staff', words('choice.staff'), 'quiet'),
    choice('later', words('choice.later'), 'quiet'),
  ];
}

/** Whether the words of a step name the unit: then it must be known before the step is shown. */
export function namesUnit(turn: Turn, place: Place): boolean {
  const { step } = place;
  if (step === null) return false;
  return [step.title, step.todo, step.screen ?? '', ...step.notes.map(({ text }) => text)].some((text) =>
    inLang(text, turn.context.lang).includes('{unit}'),
  );
}

function viewOf(
  turn: Turn,
  walk: Walkthrough,
  place: Place,
): Omit<Parameters<typeof stepBlock>[1], 'simple' | 'brief'> {
  const procedure = procedureOf(turn, walk.procedure);
  return {
    procedure: walk.procedure,
    procedureName: procedure === undefined ? walk.procedure : turn.voice.text(procedure.name),
    plans: place.plans,
    at: place.index,
    done: new Set(walk.done),
    values: stepValues(turn, walk),
    ...pictureOf(turn, place),
    open: (stepId) => choiceId('step', 'open', stepId, walk.procedure),
  };
}

/** Its drawing, and the real screenshot that staff put in place of it. */
function pictureOf(
  { release }: Turn,
  { step }: Place,
): Pick<Parameters<typeof stepBlock>[1], 'picture' | 'shot'> {
  if (step?.picture == null) return {};
  const shot = release.screenshots.get(step.picture);
  return { picture: step.picture, ...(shot === undefined ? {} : { shot }) };
}

/** What is amiss is said where she is about to submit. */
function beforeSubmit(turn: Turn, walk: Walkthrough, place: Place): Block[] {
  const count = isSubmit(turn, place) ? countOf(findingsOf(turn, walk)) : 0;
  return count === 0 ? [] : [{ kind: 'text', text: turn.voice.words('check.before', { count }) }];
}

function slowly(turn: Turn): Block[] {
  return [
    { kind: 'text', text: turn.voice.words('step.slowly') },
    ...contactBlocks(turn.voice, turn.release, unitOf(turn), anyQuestion(turn.release)),
  ];
}
