import { z } from 'zod';
import { slugSchema } from './ids.ts';
import { patternsSchema } from './safety.ts';

/** Words around the name of a place: what kind of place it is, and whether it is spoken of as it was or as it is. */
const placesSchema = z.strictObject({
  /** Kinds of communes by their words, in the order in which they are tried. */
  types: z
    .array(z.strictObject({ type: z.enum(['Phường', 'Xã', 'Thị trấn']), says: patternsSchema }))
    .default([]),
  /** Kinds of what stood above them. */
  areas: z
    .array(
      z.strictObject({ type: z.enum(['Huyện', 'Thị xã', 'Thành phố']), says: z.array(z.string().min(1)) }),
    )
    .default([]),
  /** After the name: it is the place of before; it is the one of today. */
  former: patternsSchema,
  today: patternsSchema,
  /** Before the name: words that only a place follows; accents do not count. */
  at: z.array(z.string().min(1)).default([]),
});

/** How residents ask about days, hours and places (patterns, see safety.ts). */
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
  /** Days of the week by their words, Monday first. */
  weekdays: z.array(patternsSchema).length(7).default([]),
  /** Parts of the day with the hour that they begin and end. */
  parts: z.array(z.strictObject({ id: z.enum(['morning', 'afternoon', 'evening']), says: patternsSchema })),
  /** Holidays by their words, and a part of the name under which the calendar has them. */
  holidays: z.array(z.strictObject({ id: slugSchema, says: patternsSchema, name: z.string().min(1) })),
  /** What stands around the name of a place. */
  places: placesSchema.prefault({}),
  groups: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)).default({}),
});
export type CuesFile = z.infer<typeof cuesFileSchema>;
