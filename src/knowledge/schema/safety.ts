import { z } from 'zod';
import { dateSchema, slugSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

/**
 * A wording with places to vary: `a/b` either word, `<name>` any phrase of a group, `..` up to three words in
 * between, `=word` only as typed with its diacritics. A word typed without diacritics stands for any.
 */
export const patternSchema = z.string().min(1);
export const patternsSchema = z.array(patternSchema).default([]);

/** A danger: what residents write when they are in it, and what they are told before anything else. */
export const alarmSchema = z.strictObject({
  id: slugSchema,
  /** The general topic it is counted under. */
  topic: slugSchema,
  answer: textSchema,
  /** Contact ids, or `ward`, `ward-police`. */
  whoHelps: z.array(slugSchema).min(1),
  says: patternsSchema,
  /** As `says`, but heard also within a harmless phrase. */
  surely: patternsSchema,
  /** Heard only when the message has hardly any other word. */
  alone: patternsSchema,
  /** Not heard where the message tells of something long over (`past`) and asks for a paper. */
  unlessPast: z.boolean().default(false),
  source: sourceRefsSchema,
});
export type Alarm = z.infer<typeof alarmSchema>;

export const safetyFileSchema = z.strictObject({
  /** In this order: the first that is heard is told. */
  alarms: z.array(alarmSchema).min(1),
  /** Phrases that only sound like danger: "cháy máy", "mệt muốn chết". Their words count for nothing. */
  harmless: patternsSchema,
  /** Something long over: `when` anywhere, a `paper` after the danger, and nothing that says it happens `now`. */
  past: z
    .strictObject({ when: patternsSchema, paper: patternsSchema, now: patternsSchema })
    .default({ when: [], paper: [], now: [] }),
  /** Who is only tired of it: comforted, and asked where she is stuck. */
  vexed: patternsSchema,
  /** Phrases for `<name>`. */
  groups: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)).default({}),
  /** Short forms: what is typed, and what it may stand for. */
  short: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  links: z.strictObject({
    /** Ends of host names that only the state can have. */
    official: z.array(z.string().min(1)).min(1),
    /** Well-known hosts: no warning unless she asks about the link. */
    known: z.array(z.string().min(1)).default([]),
    /** Ends of names that make a word with a dot a link, not a file. */
    ends: z.array(z.string().min(1)).min(1),
    /** Words that ask whether a link can be trusted. */
    asks: patternsSchema,
    notOfficial: textSchema,
    isOfficial: textSchema,
    source: sourceRefsSchema,
  }),
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type SafetyFile = z.infer<typeof safetyFileSchema>;
