import { z } from 'zod';
import { dateSchema, slugSchema } from './ids.ts';
import { patternSchema } from './safety.ts';
import { sourceRefsSchema, sourcesSchema } from './source.ts';
import { textSchema } from './text.ts';

const groupsSchema = z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)).default({});

/** A state of a dossier as the portal names it: what it means, what to do, how long it may stay. */
export const dossierStateSchema = z.strictObject({
  id: slugSchema,
  /** The general topic it is counted under. */
  topic: slugSchema,
  /** As it stands on the screen or in the message. */
  name: z.string().min(1),
  /** How residents say it (patterns, see safety.ts), beside the name. */
  says: z.array(patternSchema).default([]),
  means: textSchema,
  todo: textSchema,
  /** How long it may stay so. Absent: not known, and told so. */
  lasts: textSchema.optional(),
  /** What comes next for her: the returned-dossier helper, or her time by law. */
  leads: z.enum(['returned', 'time']).optional(),
  whoHelps: z.array(slugSchema).min(1),
  source: sourceRefsSchema,
});
export type DossierState = z.infer<typeof dossierStateSchema>;

export const statesFileSchema = z.strictObject({
  states: z.array(dossierStateSchema).min(1),
  /** Words that ask what a state means: told even where a trouble is described. */
  meaning: z.array(patternSchema).default([]),
  /** Words that make a message one about a state, beside a state's own name. */
  asks: z.array(patternSchema).default([]),
  groups: groupsSchema,
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type StatesFile = z.infer<typeof statesFileSchema>;

/** A reason why any dossier may come back, whatever the procedure. */
export const returnReasonSchema = z.strictObject({
  id: slugSchema,
  /** In plain words, one clause. */
  title: textSchema,
  /** What officers write (patterns, see safety.ts). */
  says: z.array(patternSchema).min(1),
  means: textSchema,
  /** Tried in this order, one action each. */
  fixes: z.array(textSchema).min(1),
  whoHelps: z.array(slugSchema).default(['ward']),
  source: sourceRefsSchema,
});
export type ReturnReason = z.infer<typeof returnReasonSchema>;

export const returnsFileSchema = z.strictObject({
  reasons: z.array(returnReasonSchema).min(1),
  /** What tells that somebody's dossier came back (she then is asked for the reason), and what officers begin with. */
  cameBack: z.array(patternSchema).default([]),
  officerWrites: z.array(patternSchema).default([]),
  /** What tells that no reason was given. */
  noReason: z.array(patternSchema).default([]),
  /** Where to send it, and until when, as far as it is known. */
  where: textSchema,
  deadline: textSchema,
  groups: groupsSchema,
  source: sourceRefsSchema,
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type ReturnsFile = z.infer<typeof returnsFileSchema>;
