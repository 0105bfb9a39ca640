import { z } from 'zod';
import { dateSchema, slugSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

/** A difficulty on the way: what residents call it, why it happens, what to try, who can help. */
export const troubleSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  /** As a choice under "tôi bị vướng": short, in her words. */
  title: textSchema,
  cause: textSchema.optional(),
  /** Many residents run into it: said to comfort. */
  frequent: z.boolean().default(false),
  /** Tried in this order, one action each. */
  fixes: z.array(textSchema).min(1),
  /** Contact ids, or `ward`, `ward-police`. */
  whoHelps: z.array(slugSchema).min(1),
  /** What the portal or VNeID prints on the screen. */
  messages: z.array(z.string().min(1)).default([]),
  phrases: z.array(z.string().min(1)).default([]),
  source: sourceRefsSchema,
});
export type Trouble = z.infer<typeof troubleSchema>;

export const troublesFileSchema = z.strictObject({
  troubles: z.array(troubleSchema).min(1),
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type TroublesFile = z.infer<typeof troublesFileSchema>;
