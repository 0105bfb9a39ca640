import { z } from 'zod';

/**
 * What the name of an executing or competent body means for "is it done here": reviewed by hand,
 * because the list's own level is wrong for a third of its commune entries.
 */
export const bodySchema = z.strictObject({
  /** Folded name as it stands in the national list, or the part of it that decides. */
  name: z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/),
  /** Whether the whole name must be this, or only begin with it, or hold it. */
  match: z.enum(['is', 'starts', 'holds']).default('is'),
  level: z.enum(['commune', 'city', 'ministry', 'police-commune', 'other', 'unclear', 'another-city']),
});
export type Body = z.infer<typeof bodySchema>;
