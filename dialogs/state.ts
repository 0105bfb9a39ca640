import { z } from 'zod';
import { slugSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';
import { nearness } from '#knowledge/schema/procedure.ts';

/**
 * What a conversation remembers. Keyed answers plus content: the place in a walk-through is computed
 * from `answers`, `done` and the current release, never stored as an index.
 * A new shape raises STATE_VERSION, keeps the old schema and adds an upgrade (fixtures in test/state).
 */
export const STATE_VERSION = 2;

/** What she was last told, to say what changed *for her* when a release changed it. */
const shownSchema = z.strictObject({
  /** Papers of her case, by id, with the name they had and whether she must hand them in. */
  documents: z.record(slugSchema, z.strictObject({ name: z.string(), bring: z.boolean() })),
  steps: z.array(slugSchema),
  /** The words in which the fee and the time were told; null: not told yet. */
  fee: z.string().nullable(),
  time: z.string().nullable(),
});
export type Shown = z.infer<typeof shownSchema>;

export const walkthroughSchema = z.strictObject({
  id: z.string(),
  procedure: slugSchema,
  answers: z.record(slugSchema, slugSchema),
  channel: z.enum(['online', 'counter', 'postal']).nullable(),
  unit: unitCodeSchema.nullable(),
  /** Steps she said are done, by id. */
  done: z.array(slugSchema),
  /** `papers`: answering for the checklist; `steps`: walking. */
  mode: z.enum(['offer', 'papers', 'steps', 'finished']),
  /** Hash of the release that its last sentence rested on; a difference is told on the next turn. */
  release: z.string(),
  shown: shownSchema.nullable(),
  /** The step shown last. */
  at: slugSchema.nullable(),
  /** Times that step was shown in a row: confusion. */
  repeats: z.int().min(0),
  /** Whether her screen was as described, by step; absent: not said. Counted once a step. */
  screens: z.record(slugSchema, z.enum(['same', 'differs'])),
  updatedAt: z.int(),
});
export type Walkthrough = z.infer<typeof walkthroughSchema>;

/** What the last reply asked, so that a bare "có" has a meaning. */
export const pendingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), question: slugSchema }),
  z.strictObject({
    kind: z.literal('clarify'),
    text: z.string(),
    topics: z.array(z.string()),
    aspect: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('offer'), procedure: slugSchema }),
  z.strictObject({ kind: z.literal('trouble'), trouble: slugSchema, told: z.int().min(0) }),
  z.strictObject({ kind: z.literal('trouble-pick') }),
  z.strictObject({
    kind: z.literal('unit'),
    trap: slugSchema.nullable(),
    /** What she wanted when the unit came up; answered after it. */
    topic: z.string().nullable(),
    aspect: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('resume'), walkthrough: z.string() }),
  z.strictObject({ kind: z.literal('step') }),
  z.strictObject({ kind: z.literal('change-answer') }),
  /** She was asked to copy what the officer wrote. */
  z.strictObject({ kind: z.literal('return-reason') }),
]);
export type Pending = z.infer<typeof pendingSchema>;

/** It is done for somebody else. */
export const helpingSchema = z.strictObject({
  /** For whom, by a word of the wording's lists (`helper.close` …), never a name. */
  person: z.string().max(40),
  near: z.enum(nearness),
  /** Whose VNeID account files. */
  account: z.enum(['theirs', 'mine']),
});
export type Helping = z.infer<typeof helpingSchema>;

export const stateSchema = z.strictObject({
  greeted: z.boolean(),
  /** That something was masked is said once. */
  maskTold: z.boolean(),
  topic: z.string().nullable(),
  /** Where she files, once she named it; before that the account's home unit stands in. */
  unit: unitCodeSchema.nullable(),
  /** She was asked for the unit and put it off: not asked again. */
  unitDeclined: z.boolean(),
  walkthroughs: z.array(walkthroughSchema),
  /** Id of the walk-through in hand. */
  active: z.string().nullable(),
  pending: pendingSchema.nullable(),
  /** Ids of the choices shown last, so that "2" has a meaning. */
  choices: z.array(z.string()),
  misunderstood: z.int().min(0),
  /** Answers since she was last asked whether they helped. */
  sinceFeedback: z.int().min(0),
  /** null: she does it for herself. */
  helping: helpingSchema.nullable(),
});
export type State = z.infer<typeof stateSchema>;

export const newState: State = {
  greeted: false,
  maskTold: false,
  topic: null,
  unit: null,
  unitDeclined: false,
  walkthroughs: [],
  active: null,
  pending: null,
  choices: [],
  misunderstood: 0,
  sinceFeedback: 0,
  helping: null,
};
