import { z } from 'zod';
import { aspectSchema, dateSchema, outcomeSchema, slugSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

/**
 * A topic is what a message can be about: a procedure (its id is the topic id), a general topic,
 * a small-talk or an authority of its own. Procedures and troubles need no line here; the rest stands in data/topics.yaml.
 */
export const topicSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  /** Said when the bot names or offers it. */
  name: textSchema,
  /** What a confident hit comes to. */
  outcome: outcomeSchema,
  /** The whole answer, for topics that are no procedure. What it states of the world needs `source`. */
  answer: textSchema.optional(),
  /** Under an aspect, where the answer differs. */
  byAspect: z.partialRecord(aspectSchema, textSchema).optional(),
  /** What residents ask by another name, though one of our procedures does it: its entry, with these answers given. */
  opens: z
    .strictObject({ procedure: slugSchema, answers: z.record(slugSchema, slugSchema).default({}) })
    .optional(),
  /** Another body, with where to go (outcome `redirect`). */
  whoHelps: z.array(slugSchema).optional(),
  phrases: z.array(z.string().min(1)).min(1),
  /** Procedures and topics that are offered under the answer. */
  related: z.array(slugSchema).default([]),
  /** Keys into the `sources` of the same file, told under the answer. Absent: it states nothing that needs one. */
  source: sourceRefsSchema.optional(),
  /** The general topic that it is counted under: being torn between the two, or between two under it, is no doubt. */
  under: slugSchema.optional(),
});
export type Topic = z.infer<typeof topicSchema>;

/** Wordings that teach an aspect: a frame with {t} where the topic's words stand, or a follow-up without it. */
export const aspectPhrasesSchema = z.strictObject({
  aspect: aspectSchema,
  name: textSchema,
  phrases: z.array(z.string().min(1)).min(1),
});

export const topicsFileSchema = z.strictObject({
  topics: z.array(topicSchema).min(1),
  aspects: z.array(aspectPhrasesSchema).min(1),
  /** Everyday sentences that are about none of our topics: the background class. */
  none: z.array(z.string().min(1)),
  sources: sourcesSchema.optional(),
  asOf: dateSchema.optional(),
  review: dateSchema.optional(),
});
export type TopicsFile = z.infer<typeof topicsFileSchema>;

/** Questions that are not about one procedure, a file a group: each is a topic, told with the dates of its file. */
export const faqFileSchema = z.strictObject({
  group: textSchema,
  topics: z.array(topicSchema).min(1),
  sources: sourcesSchema.default({}),
  asOf: dateSchema,
  review: dateSchema,
});
export type FaqFile = z.infer<typeof faqFileSchema>;
