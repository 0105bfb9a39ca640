import { z } from 'zod';
import type { Expectation } from '#understanding/types.ts';

/** What the bot waits for, as stored. */
export const expectationSchema: z.ZodType<Expectation> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('option'),
    options: z.array(z.object({ id: z.string(), label: z.string(), says: z.array(z.string()) })),
  }),
  z.object({ kind: z.literal('unit') }),
  z.object({ kind: z.enum(['callback-phone', 'dossier-code', 'dossier-proof', 'return-reason']) }),
]);
