import { z } from 'zod';
import { dateSchema, scopeSchema, slugSchema } from './ids.ts';
import { textSchema } from './text.ts';

/** True for a while: shown at the start of a conversation and with the topics it names. */
export const noticeSchema = z.strictObject({
  id: slugSchema,
  scope: scopeSchema.default('base'),
  text: textSchema,
  from: dateSchema,
  to: dateSchema,
  topics: z.array(slugSchema).default([]),
});
export type Notice = z.infer<typeof noticeSchema>;
