import { z } from 'zod';
import { dateSchema, slugSchema, unitCodeSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { patternsSchema } from './safety.ts';
import { textSchema } from './text.ts';

const openingSchema = z.strictObject({
  /** 1 Monday … 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
  periods: z
    .array(z.strictObject({ from: z.string().regex(/^\d{2}:\d{2}$/), to: z.string().regex(/^\d{2}:\d{2}$/) }))
    .min(1),
});

/** A contact is told only when its status is `verified`. */
export const contactSchema = z.strictObject({
  id: slugSchema,
  name: textSchema,
  phone: z.string().optional(),
  email: z.string().optional(),
  address: textSchema.optional(),
  hours: z.array(openingSchema).default([]),
  /** What they can be asked, one clause. */
  for: textSchema.optional(),
  status: z.enum(['verified', 'seen-once', 'unverified']),
  source: sourceRefsSchema,
});
export type Contact = z.infer<typeof contactSchema>;

const formerUnitSchema = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['Phường', 'Xã', 'Thị trấn']),
  district: z.string().min(1),
  province: z.enum(['Đồng Nai', 'Bình Phước']),
  code: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  /** `all`: the whole former unit went here; `part`: it was divided. */
  part: z.enum(['all', 'part']),
});

/** A name from before the former units: renamed or joined to another years before 1/7/2025. */
const olderUnitSchema = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['Phường', 'Xã', 'Thị trấn']),
  district: z.string().min(1),
  /** The former unit that it became, with its type. */
  became: z.string().min(1),
  year: z.int().min(1990).max(2100),
});

export const unitSchema = z.strictObject({
  code: unitCodeSchema,
  /** For URLs only. */
  slug: slugSchema,
  name: z.string().min(1),
  type: z.enum(['Phường', 'Xã']),
  formedFrom: z.array(formerUnitSchema),
  older: z.array(olderUnitSchema).default([]),
  contacts: z.array(contactSchema).default([]),
  /** Serves residents with this product. */
  served: z.boolean().default(false),
});
export type Unit = z.infer<typeof unitSchema>;

/** Units with names that mean two places; the bot asks. */
export const nameTrapSchema = z.strictObject({
  id: slugSchema,
  name: z.string().min(1),
  ask: textSchema,
  options: z
    .array(z.strictObject({ label: textSchema, unit: unitCodeSchema, says: z.array(z.string()).default([]) }))
    .min(2),
  source: sourceRefsSchema,
});
export type NameTrap = z.infer<typeof nameTrapSchema>;

export const unitsFileSchema = z.strictObject({
  city: z.strictObject({
    name: textSchema,
    since: dateSchema,
    formerly: z.array(z.string()),
    source: sourceRefsSchema,
  }),
  /** Since when there are no districts. */
  merged: z.strictObject({ date: dateSchema, source: sourceRefsSchema }).optional(),
  /** Whether papers that name a former unit must be exchanged. */
  papers: z.strictObject({ text: textSchema, source: sourceRefsSchema }).optional(),
  /** How residents ask about names, old and new (patterns, see safety.ts). */
  asks: z
    .strictObject({
      where: patternsSchema,
      still: patternsSchema,
      file: patternsSchema,
      contents: patternsSchema,
      papers: patternsSchema,
      merger: patternsSchema,
    })
    .optional(),
  units: z.array(unitSchema).min(1),
  traps: z.array(nameTrapSchema).default([]),
  /** Contacts of everybody: 1022, VNeID, emergencies. */
  contacts: z.array(contactSchema).min(1),
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type UnitsFile = z.infer<typeof unitsFileSchema>;
