import { z } from 'zod';
import { slugSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';

/**
 * What a conversation remembers. Keyed answers plus content: the place in a walk-through is computed
 * from `answers`, `done` and the current release, never stored as an index.
 * A new shape raises STATE_VERSION, keeps the old schema and adds an upgrade (fixtures in test/state).
 */
export const STATE_VERSION = 1;

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
  /** Hash of the release that its last sentence rested on; a difference is told on resume. */
  release: z.string(),
  /** What she was last shown, to say what changed for her: ids of documents and steps. */
  shown: z.strictObject({ documents: z.array(slugSchema), steps: z.array(slugSchema) }),
  /** Times the current step was shown in a row: confusion. */
  repeats: z.int().min(0),
  updatedAt: z.int(),
});
export type Walkthrough = z.infer<typeof walkthroughSchema>;

export const stateSchema = z.strictObject({
  greeted: z.boolean(),
  topic: z.string().nullable(),
  unit: unitCodeSchema.nullable(),
  /** Open walk-throughs; `active` is the index-free id of the one in hand. */
  walkthroughs: z.array(walkthroughSchema),
  active: z.string().nullable(),
  /** What the last reply asked, so that a bare "2" or "có" has a meaning. */
  pending: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('question'), question: slugSchema }),
      z.strictObject({
        kind: z.literal('clarify'),
        text: z.string(),
        topics: z.array(z.string()),
        aspect: z.string().nullable(),
      }),
      z.strictObject({ kind: z.literal('offer'), procedure: slugSchema }),
      z.strictObject({ kind: z.literal('trouble'), trouble: slugSchema }),
      z.strictObject({ kind: z.literal('trouble-pick') }),
      z.strictObject({ kind: z.literal('unit'), trap: slugSchema.nullable() }),
      z.strictObject({ kind: z.literal('resume'), walkthrough: z.string() }),
      z.strictObject({ kind: z.literal('step') }),
      z.strictObject({ kind: z.literal('change-answer') }),
    ])
    .nullable(),
  misunderstood: z.int().min(0),
});
export type State = z.infer<typeof stateSchema>;
