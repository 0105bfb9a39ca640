import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { dateSchema, slugSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

/** One step of the general way through the portal, written once; procedures add their own words. */
export const flowStepSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  title: textSchema,
  /** The same when she files at the counter, or by post, where the title is about the portal. */
  titleCounter: textSchema.optional(),
  titlePostal: textSchema.optional(),
  /** One thing to do. May hold {procedure}, {search}, {unit}, {entry}: filled for her case. */
  todo: textSchema,
  /** The same by entry, where it differs. */
  todoVneid: textSchema.optional(),
  /** The same when she files at the counter. */
  todoCounter: textSchema.optional(),
  /** The same when she sends it by post; the counter's words stand in where it is missing. */
  todoPostal: textSchema.optional(),
  /** What the screen shows; dated, because the portal moved in 2026. */
  screen: textSchema.optional(),
  screenVneid: textSchema.optional(),
  /** How to find it where her screen is not as described. */
  otherwise: textSchema.optional(),
  /** Said to who does it online for somebody else, {person}: with that person's account, or with the helper's own. */
  helperTheirs: textSchema.optional(),
  helperMine: textSchema.optional(),
  /** What to look at again before an online dossier is submitted. */
  check: textSchema.optional(),
  /** Here the dossier is submitted. */
  submits: z.literal(true).optional(),
  when: conditionSchema.optional(),
  /** Troubles that happen here, most frequent first. */
  troubles: z.array(slugSchema).default([]),
  source: sourceRefsSchema,
});
export type FlowStep = z.infer<typeof flowStepSchema>;

export const flowSchema = z.strictObject({
  steps: z.array(flowStepSchema).min(1),
  /** Side routes reached by words, not in line: supplement, withdraw, counter help, rating. */
  sideRoutes: z
    .array(z.strictObject({ id: slugSchema, title: textSchema, text: textSchema, source: sourceRefsSchema }))
    .default([]),
  screenAsOf: dateSchema,
  sources: sourcesSchema,
});
export type Flow = z.infer<typeof flowSchema>;
