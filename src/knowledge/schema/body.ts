import { z } from 'zod';

/**
 * What the name of an executing or competent body means for "is it done here": reviewed by hand,
 * because the list's own level is wrong for a third of its commune entries.
 */
export const bodySchema = z.strictObject({
  /** Folded name as it stands in the national list. */
  name: z.string().min(1),
  level: z.enum(['commune', 'city', 'ministry', 'police-commune', 'other', 'unclear']),
});
export type Body = z.infer<typeof bodySchema>;
