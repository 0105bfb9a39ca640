import { z } from 'zod';
import { dateSchema, slugSchema, submissionChannelSchema, unitCodeSchema } from './ids.ts';

/**
 * When something applies to a case. A closed union: nothing is evaluated as code, every form can be
 * drawn and edited by hand. `q` names a question of the same procedure.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { q: string; is: string }
  | { q: string; in: string[] }
  | { channel: 'online' | 'counter' | 'postal' }
  | { date: { from?: string | undefined; to?: string | undefined } }
  | { unit: string[] };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ q: slugSchema, is: slugSchema }),
    z.strictObject({ q: slugSchema, in: z.array(slugSchema).min(1) }),
    z.strictObject({ channel: submissionChannelSchema }),
    z.strictObject({
      date: z
        .strictObject({ from: dateSchema.optional(), to: dateSchema.optional() })
        .refine((range) => range.from !== undefined || range.to !== undefined, 'needs from or to'),
    }),
    z.strictObject({ unit: z.array(unitCodeSchema).min(1) }),
  ]),
);

/** Who needs a document: everybody, those a condition names, or "nobody structured it yet: ask the officer". */
export const needSchema = z.union([z.literal('always'), z.literal('ask-staff'), conditionSchema]);
export type Need = z.infer<typeof needSchema>;
