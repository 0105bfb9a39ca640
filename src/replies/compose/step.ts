import type { StepPlan } from '#knowledge/facts/fact.ts';
import { sizeOfPicture, type Screenshot } from '#knowledge/schema/schematic.ts';
import type { Block } from '../reply.ts';
import { fill, type Voice } from '../wording.ts';

type StepBlock = Extract<Block, { kind: 'step' }>;
type Place = StepBlock['outline'][number];

export interface StepView {
  readonly procedure: string;
  readonly procedureName: string;
  readonly plans: readonly StepPlan[];
  /** Zero-based place of the step shown. */
  readonly at: number;
  readonly done: ReadonlySet<string>;
  /** For {procedure}, {search}, {unit}, {entry} in the words of the flow. */
  readonly values: Readonly<Record<string, string>>;
  /** She is confused: one sentence a line, nothing beside it. */
  readonly simple: boolean;
  /** Of its drawing, where the step shows a screen. */
  readonly picture?: string;
  /** A real screenshot in its place. */
  readonly shot?: Screenshot;
  /** Choice id that opens a done step again. */
  readonly open?: (stepId: string) => string;
  /** Only a reminder of where she is: title and what to do. */
  readonly brief: boolean;
}

/** A step card. null where there is no such step. */
export function stepBlock(voice: Voice, view: StepView): StepBlock | null {
  const plan = view.plans[view.at];
  if (plan === undefined) return null;
  const words = (text: StepPlan['title']): string => fill(voice.text(text), view.values);
  const title = words(plan.title);
  const todo = words(plan.todo);
  return {
    kind: 'step',
    procedure: view.procedure,
    procedureName: view.procedureName,
    stepId: plan.id,
    number: view.at + 1,
    total: view.plans.length,
    heading: voice.words('step.heading', { number: view.at + 1, total: view.plans.length, title }),
    title,
    todo: view.simple ? oneALine(todo) : todo,
    ...(plan.screen === null || view.simple || view.brief
      ? {}
      : {
          screen: voice.words('step.screen', { text: words(plan.screen) }),
          screenAsOf: plan.screenAsOf,
          ...pictureOf(voice, view),
        }),
    notes: view.simple || view.brief ? [] : plan.notes.map((note) => words(note.text)),
    outline: view.plans.map((step, index) => ({
      stepId: step.id,
      title: words(step.title),
      ...stateOf(view, step.id, index),
    })),
  };
}

function pictureOf(voice: Voice, { picture, shot }: StepView): Pick<StepBlock, 'picture' | 'shot'> {
  if (picture === undefined) return {};
  if (shot === undefined) return { picture };
  const { picture: id, alt, asOf } = shot;
  return { picture, shot: { url: `/pictures/${id}`, alt: voice.text(alt), asOf, ...sizeOfPicture(id) } };
}

function stateOf(view: StepView, stepId: string, index: number): Pick<Place, 'state' | 'open'> {
  if (index === view.at) return { state: 'here' };
  if (!view.done.has(stepId)) return { state: 'ahead' };
  return view.open === undefined ? { state: 'done' } : { state: 'done', open: view.open(stepId) };
}

/** A sentence a line. What stands in quotes is typed or looked for as it is, and stays whole. */
const oneALine = (text: string): string =>
  text.replace(/"[^"]*"|([.!?;])\s+(?=\S)/g, (found, sign?: string) =>
    sign === undefined ? found : `${sign}\n`,
  );
