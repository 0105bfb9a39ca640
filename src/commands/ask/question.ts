import { z } from 'zod';
import { dateSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';

/** One line of input of `npm run --silent ask`. Unknown fields are ignored: other tools add their own. */
export const questionSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  text: z.string(),
  /** The conversation's topic before this message. */
  topic: z.string().nullable().default(null),
  /** Home unit, five digits. */
  unit: unitCodeSchema.nullable().default(null),
  /** The day it is asked, for fees and deadlines that change. */
  date: dateSchema.nullable().default(null),
  /** What the bot has just asked: `unit`, or the choices it showed, as `ask` printed them. */
  expects: z
    .union([z.literal('unit'), z.array(z.object({ id: z.string(), title: z.string() }))])
    .nullable()
    .default(null),
});
export type Question = z.infer<typeof questionSchema>;

/** Reads one line; null with the reason where it holds no question. */
export function readQuestion(
  line: string,
): { question: Question } | { id: string | number | null; why: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, why: 'not JSON' };
  }
  const parsed = questionSchema.safeParse(value);
  if (parsed.success) return { question: parsed.data };
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return { id: id.success ? id.data.id : null, why: z.prettifyError(parsed.error) };
}
