import { z } from 'zod';
import { dateSchema } from '#knowledge/schema/ids.ts';
import { sourceSchema } from '#knowledge/schema/source.ts';
import { draftSchema, faultSchema, keySchema } from '../contract.ts';
import { LINK_STATES } from './look-states.ts';
import { REASONS } from './reason-kinds.ts';

/** The work list as routes and pages tell each other. Times are epoch ms, days local dates. */
export const reasonSchema = z.strictObject({
  kind: z.enum(REASONS),
  about: z.array(z.string()).readonly(),
});

const linkSchema = z.strictObject({
  url: z.string(),
  state: z.enum(LINK_STATES),
  detail: z.string(),
  lookedAt: z.number(),
  failingSince: z.number().nullable(),
});

export const workItemSchema = z.strictObject({
  key: keySchema,
  title: z.string(),
  asOf: z.string().nullable(),
  review: z.string().nullable(),
  reasons: z.array(reasonSchema).readonly(),
  /** Its sources, for confirming by one of them. */
  sources: z
    .array(z.strictObject({ id: z.string(), title: z.string(), url: z.string().nullable() }))
    .readonly(),
  /** Of its links those that are in trouble. */
  links: z.array(linkSchema).readonly(),
  taken: z.strictObject({ by: z.string(), name: z.string(), at: z.number() }).nullable(),
  /** Said to hold, and not live yet: a second person has to approve. */
  confirmed: z.strictObject({ name: z.string(), at: z.number() }).nullable(),
  /** False: it has no review date of its own, or belongs to the base; only editing helps. */
  confirmable: z.boolean(),
});
export type WorkItem = z.output<typeof workItemSchema>;

export const workQuery = z.object({
  reason: z.enum(REASONS).optional(),
  mine: z.enum(['yes']).optional(),
  q: z.string().max(200).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const workListSchema = z.strictObject({
  total: z.int(),
  items: z.array(workItemSchema).readonly(),
  /** By reason, whatever is filtered. */
  counts: z.record(z.enum(REASONS), z.int()),
  /** Links that were looked at, and when the last of them was; 0: none yet. */
  links: z.strictObject({ known: z.int(), lookedAt: z.number() }),
});

export const confirmBody = z.strictObject({
  key: keySchema,
  /** The entry as she saw it. */
  hash: z.string().optional(),
  /** One of the entry's own sources by its name, or another that she looked at. */
  source: z.union([
    z.strictObject({ id: z.string() }),
    sourceSchema.pick({ title: true, url: true, date: true, kind: true, confidence: true }).strict(),
  ]),
  /** To be looked at again by. */
  review: dateSchema,
});

export const confirmedSchema = z.strictObject({ draft: draftSchema });
export const notConfirmedSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), faults: z.array(faultSchema) }),
});

export const takeBody = z.strictObject({ key: keySchema, mine: z.boolean() });
export const lookBody = z.strictObject({ url: z.url().max(2000) });
export const lookedSchema = z.strictObject({ state: z.enum(LINK_STATES), detail: z.string() });
