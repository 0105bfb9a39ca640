import { z } from 'zod';
import { dateSchema, scopeSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';
import { jsonSchema } from '#root/json.ts';

/** What the publishing routes take and give; the console imports it. Times are epoch ms. */

export const entryKinds = [
  'procedure',
  'faq',
  'topic',
  'trouble',
  'unit',
  'notice',
  'wording',
  'calendar',
  'state',
  'return',
  'flow',
  'schematic',
] as const;
export const entryKindSchema = z.enum(entryKinds);
export const entryIdSchema = z.string().regex(/^[\w.-]{1,120}$/);
export const keySchema = z.strictObject({ kind: entryKindSchema, scope: scopeSchema, id: entryIdSchema });

export const draftStatuses = ['writing', 'in-review', 'approved', 'refused', 'published', 'dropped'] as const;
export const draftStatusSchema = z.enum(draftStatuses);

export const entrySchema = z.object({
  key: keySchema,
  title: z.string(),
  value: jsonSchema,
  version: z.number(),
  hash: z.string(),
  edited: z.boolean(),
});

export const draftSchema = z.object({
  id: z.string(),
  key: keySchema,
  title: z.string(),
  value: jsonSchema.nullable(),
  status: draftStatusSchema,
  author: z.string(),
  authorName: z.string(),
  basedOn: z.string().nullable(),
  base: jsonSchema.nullable(),
  rev: z.number(),
  note: z.string(),
  publishAt: z.number().nullable(),
  reviewer: z.string().nullable(),
  reviewerName: z.string().nullable(),
  reviewNote: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});

export const faultSchema = z.object({
  key: keySchema.nullable(),
  /** Field within the entry: `fees.0.amount`; empty: the entry as a whole. */
  path: z.string(),
  /** In Vietnamese. */
  says: z.string(),
  severity: z.enum(['error', 'warning']),
});

/** A value that may be missing: `{ is: … }`, or `{}` where the field is not there. */
export const sideSchema = z.object({ is: jsonSchema.optional() });
/** Words for the ids in the path and the values (`item-names.ts`). */
const namesSchema = z.record(z.string(), z.string()).default({});
export const differenceSchema = z.object({
  path: z.string(),
  before: sideSchema,
  after: sideSchema,
  names: namesSchema,
});
export const threeWaySchema = z.object({
  path: z.string(),
  names: namesSchema,
  base: sideSchema,
  theirs: sideSchema,
  mine: sideSchema,
  clash: z.boolean(),
});

export const listQuery = z.object({
  kind: entryKindSchema.optional(),
  q: z.string().max(200).default(''),
  /** `edited`: lies over what is shipped; `drafted`: somebody has an open draft; `due`: past its review
   * date; `low`: a source of low or medium confidence. */
  only: z.enum(['edited', 'drafted', 'due', 'low']).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const listedSchema = z.object({
  key: keySchema,
  title: z.string(),
  version: z.number(),
  edited: z.boolean(),
  asOf: z.string().nullable(),
  review: z.string().nullable(),
  drafts: z.array(z.object({ status: draftStatusSchema, authorName: z.string() })),
});
export const listSchema = z.object({ total: z.number(), items: z.array(listedSchema) });

export const openedSchema = z.object({
  key: keySchema,
  /** As it is live in this scope; null: only the base has it, or nobody yet. */
  entry: entrySchema.nullable(),
  /** In the scope of a unit: the shared entry. */
  base: entrySchema.nullable(),
  /** What holds here: the base with the unit's own over it. */
  whole: jsonSchema.nullable(),
  /** As it came with the product; null: officers added it. */
  shipped: jsonSchema.nullable(),
  /** The caller's open draft, with what holds if it is published. */
  mine: draftSchema.nullable(),
  mineWhole: jsonSchema.nullable(),
  /** What changed under it since it was begun; empty: nothing. */
  changedSince: z.array(threeWaySchema),
  /** Who else writes on it. */
  others: z.array(
    z.object({
      id: z.string(),
      authorName: z.string(),
      status: draftStatusSchema,
      updatedAt: z.number(),
      /** Against the caller's draft, else against what is live. */
      differences: z.array(differenceSchema),
    }),
  ),
});

export const saveBody = z.strictObject({
  /** As typed; null: take it away, or back to what is shipped (of a unit: back to the base). */
  value: jsonSchema.nullable(),
  /** `whole`: the unit's entry as it should hold; what differs from the base is found here. */
  as: z.enum(['own', 'whole']).default('own'),
  /** Revision that it was typed over; 0: none yet. */
  rev: z.number().int().min(0),
  note: z.string().max(2000).default(''),
});
export const savedSchema = z.object({ draft: draftSchema });
export const savedConflictSchema = z.object({
  error: z.object({ code: z.literal('Conflict'), message: z.string(), draft: draftSchema }),
});

export const checkBody = z.strictObject({
  value: jsonSchema.nullable(),
  as: z.enum(['own', 'whole']).default('own'),
});
export const checkedSchema = z.object({
  faults: z.array(faultSchema),
  /** Against what is live. */
  differences: z.array(differenceSchema),
});

export const draftsQuery = z.object({
  status: draftStatusSchema.optional(),
  mine: z.enum(['yes']).optional(),
});
export const draftsSchema = z.object({ drafts: z.array(draftSchema) });
export const draftViewSchema = z.object({
  draft: draftSchema,
  /** As it is live now. */
  live: jsonSchema.nullable(),
  differences: z.array(differenceSchema),
  changedSince: z.array(threeWaySchema),
  faults: z.array(faultSchema),
  /** Sentences about what residents will be told otherwise, from the list of facts. */
  told: z.array(z.string()),
  may: z.object({ edit: z.boolean(), approve: z.boolean() }),
});
export const submitBody = z.strictObject({
  rev: z.number().int(),
  note: z.string().max(2000).default(''),
  /** Absent or null: as soon as it is approved. */
  publishAt: z.number().nullable().default(null),
});
export const reviewBody = z.strictObject({ rev: z.number().int(), note: z.string().max(2000).default('') });
export const revBody = z.strictObject({ rev: z.number().int() });
export const rebaseBody = z.strictObject({
  rev: z.number().int(),
  /** Which side stands, by path; what is not named: mine where I changed it, theirs elsewhere. */
  chosen: z.record(z.string(), z.enum(['base', 'theirs', 'mine'])).default({}),
});
export const refusedSchema = z.object({
  error: z.object({
    code: z.literal('NotPublishable'),
    message: z.string(),
    faults: z.array(faultSchema),
  }),
});

export const publicationStatuses = ['waiting', 'running', 'published', 'refused'] as const;
export const publicationSchema = z.object({
  id: z.string(),
  what: z.string(),
  scope: scopeSchema,
  status: z.enum(publicationStatuses),
  stage: z.string(),
  done: z.number(),
  reasons: z.array(z.string()),
  officerName: z.string(),
  note: z.string(),
  dueAt: z.number(),
  release: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export const publicationsSchema = z.object({ publications: z.array(publicationSchema) });

export const releaseSchema = z.object({
  number: z.number(),
  hash: z.string(),
  publishedAt: z.number(),
  publisher: z.string(),
  note: z.string(),
  live: z.boolean(),
  changes: z.array(z.object({ key: keySchema, title: z.string(), author: z.string(), approver: z.string() })),
  figures: z.record(z.string(), z.record(z.string(), z.number())).nullable(),
});
export const releasesSchema = z.object({
  releases: z.array(releaseSchema),
  scheduled: z.array(draftSchema),
  live: z.number(),
});
export const entryDifferenceSchema = z.object({
  key: keySchema,
  title: z.string(),
  differences: z.array(differenceSchema),
});
export const releaseDifferenceSchema = z.object({ entries: z.array(entryDifferenceSchema) });
export const restoreBody = z.strictObject({ note: z.string().max(2000).default('') });

export const previewBody = z.strictObject({
  value: jsonSchema.nullable(),
  as: z.enum(['own', 'whole']).default('own'),
  answers: z.record(z.string(), z.string()).default({}),
  submission: z.enum(['online', 'counter', 'postal']).nullable().default(null),
  unit: unitCodeSchema.nullable().default(null),
  date: dateSchema,
  channel: z.enum(['portal', 'zalo', 'messenger']),
  lang: z.enum(['vi', 'en']).default('vi'),
});
export const previewSchema = z.object({
  faults: z.array(faultSchema),
  /** Messages as the channel shows them, under what they answer. */
  parts: z.array(
    z.object({
      about: z.string(),
      messages: z.array(z.object({ text: z.string(), choices: z.array(z.string()) })),
    }),
  ),
});

/** Of a screenshot after the browser drew it anew. */
export const PICTURE_MAX_BYTES = 300 * 1024;
/** `picture`: its name, for the entry of a schematic. */
export const pictureStoredSchema = z.object({ picture: z.string() });

export const overridesSchema = z.object({ entries: z.array(entryDifferenceSchema) });

export const upgradeSchema = z.object({
  key: keySchema,
  title: z.string(),
  shippedBefore: jsonSchema.nullable(),
  shippedNow: jsonSchema.nullable(),
  ours: jsonSchema.nullable(),
  fields: z.array(threeWaySchema),
});
export const upgradesSchema = z.object({ upgrades: z.array(upgradeSchema) });
export const upgradeBody = z.strictObject({
  take: z.enum(['ours', 'theirs', 'fields']),
  chosen: z.record(z.string(), z.enum(['base', 'theirs', 'mine'])).default({}),
});
export const takenSchema = z.object({ draft: draftSchema.nullable() });
