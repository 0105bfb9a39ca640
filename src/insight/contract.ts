import { z } from 'zod';
import { jsonSchema } from '#root/json.ts';
import { aspectSchema, outcomeSchema, scopeSchema } from '#knowledge/schema/ids.ts';
import { entryKindSchema } from '#publishing/contract.ts';
import { replySchema } from '#replies/reply.ts';
import { comparisonSchema } from './compare/result.ts';
import { doubtKinds } from './review/doubts.ts';

/** What the pages of this room and their routes say to each other. Pure zod: the browser reads it too. */

const namedTopic = z.strictObject({ id: z.string(), name: z.string() });
const wordingSchema = z.strictObject({ text: z.string(), count: z.int() });
const aspectOrNull = aspectSchema.nullable();

/** Topic ids as understood: a procedure, a general topic, `trouble:…`. */
export const topicIdSchema = z.string().regex(/^(trouble:)?[a-z0-9]+(-[a-z0-9]+)*$/);

/* ---- review queue ------------------------------------------------------------------------------ */

export const reviewSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: z.string(),
      kinds: z.array(z.strictObject({ kind: z.enum(doubtKinds), count: z.int() })),
      count: z.int(),
      people: z.int(),
      wordings: z.array(wordingSchema),
      taken: z.array(z.strictObject({ topic: namedTopic.nullable(), aspect: aspectOrNull, count: z.int() })),
      lastAt: z.int(),
    }),
  ),
  wrong: z.array(
    z.strictObject({
      /** Lock key `procedure/field/id`. */
      key: z.string(),
      procedure: namedTopic,
      field: z.string(),
      people: z.int(),
      reports: z.int(),
      lastAt: z.int(),
    }),
  ),
  /** Questions in groups of fewer than three people. */
  hidden: z.int(),
});
export type Review = z.infer<typeof reviewSchema>;
export type ReviewGroupView = Review['groups'][number];

export const settleSchema = z.strictObject({
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('group'), id: z.string().max(64) }),
    z.strictObject({ kind: z.literal('fact'), key: z.string().max(160) }),
  ]),
  /** What became of it. */
  as: z.enum(['dismissed', 'entry']),
});
export const settledSchema = z.strictObject({ questions: z.int(), reports: z.int() });

/* ---- what is asked ----------------------------------------------------------------------------- */

export const questionsSchema = z.strictObject({
  /** Typed questions of the last thirty days. */
  asked: z.int(),
  people: z.int(),
  topics: z.array(
    z.strictObject({
      topic: namedTopic.nullable(),
      count: z.int(),
      people: z.int(),
      outcomes: z.array(z.strictObject({ outcome: outcomeSchema, count: z.int() })),
      aspects: z.array(z.strictObject({ aspect: aspectOrNull, count: z.int() })),
      helped: z.int(),
      notHelped: z.int(),
      /** Reports of a wrong fact. */
      wrong: z.int(),
      /** What three people said alike. */
      wordings: z.array(wordingSchema),
    }),
  ),
});
export type QuestionsView = z.infer<typeof questionsSchema>;

/* ---- phrases ----------------------------------------------------------------------------------- */

export const phraseSchema = z.strictObject({
  /** As the officer wrote or confirmed it. */
  phrase: z.string().trim().min(2).max(300),
  topic: topicIdSchema,
  aspect: aspectOrNull,
});
export type Phrase = z.infer<typeof phraseSchema>;

export const teachSchema = phraseSchema.extend({
  /** The group of the queue that it settles. */
  group: z.string().max(64).nullable(),
  /** Kept as a question of the evaluation too. */
  test: z.boolean(),
});
export const taughtSchema = z.strictObject({
  /** The draft with the phrase; null: the entry has it already. */
  draft: z.string().nullable(),
  /** Where the draft's entry stands. */
  entry: z.strictObject({ kind: z.string(), scope: scopeSchema, id: z.string() }),
  title: z.string(),
});
export type Taught = z.infer<typeof taughtSchema>;

export const topicsSchema = z.strictObject({
  topics: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['procedure', 'trouble', 'topic']),
      phrases: z.int(),
    }),
  ),
});
export const topicWordsSchema = z.strictObject({
  topic: namedTopic,
  words: z.array(z.strictObject({ word: z.string(), weight: z.number() })),
  phrases: z.array(z.string()),
});

/* ---- comparisons ------------------------------------------------------------------------------- */

const entryChangeSchema = z.strictObject({
  key: z.strictObject({ kind: entryKindSchema, scope: scopeSchema, id: z.string().max(120) }),
  value: jsonSchema.nullable(),
});
export const compareSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changes'), changes: z.array(entryChangeSchema).min(1).max(500) }),
  z.strictObject({ kind: z.literal('phrase'), phrase: phraseSchema }),
]);
export const begunSchema = z.strictObject({ id: z.string() });

const answeredView = z.strictObject({
  outcome: outcomeSchema,
  topic: namedTopic.nullable(),
  aspect: aspectOrNull,
  p: z.number(),
  reply: z.string(),
});
const comparedView = z.strictObject({
  slices: comparisonSchema.shape.slices,
  missed: comparisonSchema.shape.missed,
  evaluation: z.strictObject({
    asked: z.int(),
    better: z.int(),
    worse: z.int(),
    same: z.int(),
    moves: z.array(
      z.strictObject({
        text: z.string(),
        right: namedTopic,
        slice: z.string(),
        verdict: z.enum(['better', 'worse', 'same']),
        before: answeredView,
        after: answeredView,
      }),
    ),
  }),
  questions: z.strictObject({
    asked: z.int(),
    people: z.int(),
    changed: z.int(),
    groups: z.array(
      z.strictObject({
        before: answeredView,
        after: answeredView,
        count: z.int(),
        people: z.int(),
        /** None of fewer than three people. */
        wordings: z.array(wordingSchema),
      }),
    ),
    more: z.int(),
  }),
});
export type ComparedView = z.infer<typeof comparedView>;
export type AnsweredView = z.infer<typeof answeredView>;

export const runStatusSchema = z.enum(['running', 'done', 'failed', 'lost']);
export const comparisonViewSchema = z.strictObject({
  status: runStatusSchema,
  done: z.number(),
  result: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('compared'), compared: comparedView }),
      z.strictObject({
        kind: z.literal('faulty'),
        faults: z.array(z.strictObject({ where: z.string(), message: z.string() })),
      }),
    ])
    .nullable(),
});
export type ComparisonView = z.infer<typeof comparisonViewSchema>;

/* ---- health of the understanding --------------------------------------------------------------- */

export const healthViewSchema = z.strictObject({
  /** null: never looked at. */
  status: runStatusSchema.nullable(),
  done: z.number(),
  /** Epoch ms. */
  at: z.int().nullable(),
  /** Made of what is live now. */
  fresh: z.boolean(),
  health: z
    .strictObject({
      topics: z.int(),
      phrases: z.int(),
      same: z.array(z.strictObject({ phrase: z.string(), topics: z.array(namedTopic) })),
      overlaps: z.array(
        z.strictObject({ topics: z.array(namedTopic), phrases: z.array(z.string()), share: z.number() }),
      ),
      few: z.array(z.strictObject({ topic: namedTopic, phrases: z.int() })),
      misread: z.array(z.strictObject({ phrase: z.string(), topic: namedTopic, got: namedTopic })),
      confusions: z.array(
        z.strictObject({
          right: namedTopic,
          got: namedTopic.nullable(),
          count: z.int(),
          texts: z.array(z.string()),
        }),
      ),
      slices: z.array(
        z.strictObject({
          slice: z.string(),
          rows: z.int(),
          right: z.strictObject({ hits: z.int(), of: z.int() }),
          wrong: z.strictObject({ hits: z.int(), of: z.int() }),
        }),
      ),
    })
    .nullable(),
});
export type HealthView = z.infer<typeof healthViewSchema>;

/* ---- try it ------------------------------------------------------------------------------------ */

export const trySchema = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  /** The conversation's topic before. */
  topic: topicIdSchema.nullable(),
  /** The ward that is asked; only where the scope is the whole province. */
  unit: scopeSchema.nullable(),
  /** Day on which it is asked; null: today. */
  date: z.iso.date().nullable(),
});
export const triedSchema = z.strictObject({
  text: z.string(),
  masked: z.array(z.string()),
  outcome: outcomeSchema,
  topic: namedTopic.nullable(),
  aspect: aspectOrNull,
  p: z.number(),
  confidence: z.enum(['sure', 'unsure', 'unknown']),
  aspectP: z.number(),
  fromContext: z.boolean(),
  because: z.array(z.strictObject({ word: z.string(), weight: z.number() })),
  candidates: z.array(z.strictObject({ topic: namedTopic, p: z.number() })),
  national: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      body: z.string(),
      explains: z.number(),
    }),
  ),
  units: z.array(z.strictObject({ name: z.string(), said: z.string(), former: z.boolean() })),
  command: z.string().nullable(),
  replies: z.array(replySchema),
  /** What the answer rests on. */
  facts: z.array(
    z.strictObject({
      key: z.string(),
      procedure: namedTopic.nullable(),
      field: z.string(),
      asOf: z.string().nullable(),
      basis: z.string(),
      sources: z.array(
        z.strictObject({ title: z.string(), url: z.string().nullable(), date: z.string().nullable() }),
      ),
    }),
  ),
});
export type TriedView = z.infer<typeof triedSchema>;
