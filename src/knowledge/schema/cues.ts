import { z } from 'zod';
import { slugSchema } from './ids.ts';
import { patternsSchema } from './safety.ts';

/** How residents ask about days and hours (patterns, see safety.ts). */
export const cuesFileSchema = z.strictObject({
  /** "Bao giờ có": asks for the day of the result. */
  due: patternsSchema,
  /** "Nộp", "gửi": says that it is handed in. */
  files: patternsSchema,
  /** "Có làm việc không", "mấy giờ mở cửa". */
  open: patternsSchema,
  /** "Nghỉ ngày nào", "nghỉ mấy ngày". */
  off: patternsSchema,
  /** No day: "cả tuần nay". */
  notDays: patternsSchema,
  nextWeek: patternsSchema,
  past: patternsSchema,
  /** Days by their words: how many days from today. */
  days: z.array(z.strictObject({ says: patternsSchema, offset: z.int() })),
  /** Parts of the day with the hour that they begin and end. */
  parts: z.array(z.strictObject({ id: z.enum(['morning', 'afternoon', 'evening']), says: patternsSchema })),
  /** Holidays by their words, and a part of the name under which the calendar has them. */
  holidays: z.array(z.strictObject({ id: slugSchema, says: patternsSchema, name: z.string().min(1) })),
  groups: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)).default({}),
});
export type CuesFile = z.infer<typeof cuesFileSchema>;
