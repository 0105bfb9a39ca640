import { z } from 'zod';
import { dateSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

/** `seen-once` and `unverified` days count as working days until somebody confirms them; they are shown to staff only. */
const statusSchema = z.enum(['verified', 'seen-once', 'unverified']);

const daySchema = z.strictObject({
  date: dateSchema,
  name: textSchema,
  status: statusSchema,
  source: sourceRefsSchema,
});

/** Days off and make-up days of a year, as decided; nothing is computed from the moon. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  holidays: z.array(daySchema),
  /** Saturdays and Sundays that are worked in exchange. */
  makeUpDays: z.array(daySchema).default([]),
  /** False while days of the year are still to be announced: dates are then told as "dự kiến". */
  complete: z.boolean(),
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;
