/**
 * Choice ids: a verb and what it is about, `verb:argument:argument`. They are stable and carry their
 * step, question and procedure, so that an old button is recognised instead of moving her.
 */
export const verbs = [
  'step',
  'q',
  'offer',
  'topic',
  'aspect',
  'trouble',
  'fix',
  'unit',
  'resume',
  'change',
  'channel',
  'menu',
  'staff',
  'feedback',
  'helper',
  'screen',
  'check',
  'remind',
  'due',
  'wrong',
  'forget',
] as const;
export type Verb = (typeof verbs)[number];

export interface Tapped {
  readonly verb: Verb;
  readonly args: readonly string[];
}

export const choiceId = (verb: Verb, ...args: readonly string[]): string => [verb, ...args].join(':');

const known: ReadonlySet<string | undefined> = new Set(verbs);
const isVerb = (word: string | undefined): word is Verb => known.has(word);

/** null: no id of ours (an old client, a typed string). */
export function readChoice(id: string): Tapped | null {
  const [verb, ...args] = id.split(':');
  return isVerb(verb) ? { verb, args } : null;
}

export const stepActions = ['done', 'stuck', 'back', 'other', 'staff', 'later', 'show'] as const;
export type StepAction = (typeof stepActions)[number];
export const isStepAction = (word: string | undefined): word is StepAction =>
  stepActions.some((action) => action === word);
