import { z } from 'zod';
import { dateSchema, slugSchema } from './ids.ts';

/**
 * Where a fact was seen. `memory` is knowledge without a source: what rests on it alone is never told as a fact.
 * `confidence` below `high` makes the answer say "nên hỏi lại".
 */
export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url().optional(),
  date: z.union([dateSchema, z.string().regex(/^\d{4}(-\d{2})?$/)]).optional(),
  kind: z.enum(['law', 'official', 'press', 'code', 'ward', 'memory']),
  confidence: z.enum(['high', 'medium', 'low']),
  supports: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const sourcesSchema = z.record(slugSchema, sourceSchema);
/** Keys into the `sources` of the same entry. */
export const sourceRefsSchema = z.array(slugSchema).min(1);

/** Who can tell what the data does not know, in the order to ask. `ward`: the unit's one-stop desk; others are contact ids. */
export const whoKnowsSchema = z.array(slugSchema).min(1);
