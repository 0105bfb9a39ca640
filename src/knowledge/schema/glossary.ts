import { z } from 'zod';
import { slugSchema } from './ids.ts';
import { textSchema } from './text.ts';

/** A Vietnamese official word that is explained at first use. */
export const glossarySchema = z.strictObject({ id: slugSchema, term: z.string().min(1), plain: textSchema });
export type GlossaryEntry = z.infer<typeof glossarySchema>;
