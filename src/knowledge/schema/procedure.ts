import { z } from 'zod';
import { conditionSchema, needSchema } from './condition.ts';
import { dateSchema, scopeSchema, slugSchema, submissionChannelSchema } from './ids.ts';
import { sourceRefsSchema, sourcesSchema, whoKnowsSchema } from './source.ts';
import { textSchema } from './text.ts';

const optionSchema = z.strictObject({
  label: textSchema,
  /** What residents type for this option, beside its label and number. */
  says: z.array(z.string().min(1)).default([]),
  was: z.array(slugSchema).optional(),
});

/** A question decides which steps, documents and fees apply to her case. Asked in the order written. */
export const questionSchema = z.strictObject({
  ask: textSchema,
  /** One sentence that explains an official word or why it is asked. */
  help: textSchema.optional(),
  /** Asked only when this holds for the answers so far. */
  when: conditionSchema.optional(),
  options: z
    .record(slugSchema, optionSchema)
    .refine((options) => Object.keys(options).length >= 2, 'needs two options'),
  was: z.array(slugSchema).optional(),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * `found`: this line says something that the facts it was first built from do not say; `source` is where it was found
 * and looked at by a person. A test holds every other line to those facts.
 */
const basisSchema = z.literal('found').optional();

/** How a document is handed over. `info`: nothing is handed over, only told; `e-form`: filled on the portal. */
export const documentForms = [
  'original',
  'copy',
  'certified-copy',
  'show',
  'scan',
  'e-form',
  'paper-form',
  'info',
] as const;

export const documentSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  name: textSchema,
  need: needSchema,
  form: z.enum(documentForms),
  /** Official form number, such as CT01. */
  formCode: z.string().optional(),
  /** The database that makes it unnecessary, in words; `replacedWhen` says for whom (default: everybody it is in the database of). */
  replacedBy: textSchema.optional(),
  replacedWhen: conditionSchema.optional(),
  note: textSchema.optional(),
  /** For `ask-staff`: the prose condition that nobody structured yet. */
  prose: textSchema.optional(),
  basis: basisSchema,
  source: sourceRefsSchema,
});
export type Document = z.infer<typeof documentSchema>;

export const feeSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  label: textSchema,
  when: conditionSchema.optional(),
  channel: z.union([submissionChannelSchema, z.literal('any')]),
  /** Đồng; 0 means free by law. `unknown` is a value: never 0. */
  amount: z.union([z.int().min(0), z.literal('unknown')]),
  /** What one amount buys: lần đăng ký, người, bản. */
  per: textSchema.optional(),
  /** True for what is paid only on request (copies), not for the procedure itself. */
  extra: z.boolean().default(false),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  note: textSchema.optional(),
  whoKnows: whoKnowsSchema.optional(),
  basis: basisSchema,
  source: sourceRefsSchema,
});
export type Fee = z.infer<typeof feeSchema>;

const durationUnits = ['working-day', 'day', 'working-hour', 'hour', 'month'] as const;

export const timeSchema = z.strictObject({
  id: slugSchema,
  /** Names the case, where a procedure has several. */
  label: textSchema.optional(),
  when: conditionSchema.optional(),
  /** 0 working days: the same day, or the next one after `cutoff`. */
  amount: z.union([z.int().min(0), z.literal('unknown')]),
  unit: z.enum(durationUnits),
  cutoff: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  plus: z
    .array(
      z.strictObject({
        id: slugSchema,
        when: conditionSchema.optional(),
        amount: z.int().min(1),
        unit: z.enum(durationUnits),
        why: textSchema,
      }),
    )
    .default([]),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  whoKnows: whoKnowsSchema.optional(),
  basis: basisSchema,
  source: sourceRefsSchema,
});
export type ProcessingTime = z.infer<typeof timeSchema>;

const statementSchema = z.strictObject({
  id: slugSchema,
  text: textSchema,
  when: conditionSchema.optional(),
  source: sourceRefsSchema,
});
export type Statement = z.infer<typeof statementSchema>;

/** How near a helper is to her, as far as authorisations ask: parents, spouse, siblings · own child · other kin · anybody else. */
export const nearness = ['close', 'child', 'kin', 'outsider'] as const;

const helperSchema = z.strictObject({
  /** Whose VNeID account files: of the person whose matter it is, or of the helper. */
  account: z.enum(['theirs', 'mine']),
  near: z.array(z.enum(nearness)).min(1),
  q: slugSchema,
  is: slugSchema,
});
export type Helper = z.infer<typeof helperSchema>;

/** What a procedure adds to, or changes in, a step of the general flow. */
export const stepOverrideSchema = z.strictObject({
  /** The step does not exist for this case. */
  skip: z.union([z.literal(true), conditionSchema]).optional(),
  /** Replaces the flow's words. */
  title: textSchema.optional(),
  todo: textSchema.optional(),
  screen: textSchema.optional(),
  /** Drawing of the screen that its own words speak of (`data/schematics`); without it they have none. */
  picture: z.string().optional(),
  /** Said in addition, when it applies. */
  notes: z
    .array(
      z.strictObject({
        id: slugSchema,
        text: textSchema,
        when: conditionSchema.optional(),
        source: sourceRefsSchema.optional(),
      }),
    )
    .default([]),
  /** Questions that must be answered before this step can be shown right. */
  asks: z.array(slugSchema).default([]),
  /** Troubles to offer here first. */
  troubles: z.array(slugSchema).default([]),
});
export type StepOverride = z.infer<typeof stepOverrideSchema>;

/** A step that only this procedure has, placed after a step of the general flow. */
export const ownStepSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  after: slugSchema,
  when: conditionSchema.optional(),
  title: textSchema,
  todo: textSchema,
  screen: textSchema.optional(),
  troubles: z.array(slugSchema).default([]),
  source: sourceRefsSchema,
});
export type OwnStep = z.infer<typeof ownStepSchema>;

export const procedureSchema = z.strictObject({
  id: slugSchema,
  was: z.array(slugSchema).optional(),
  scope: scopeSchema.default('base'),
  /** National code(s); a field, not a key: some are shared. */
  code: z
    .string()
    .regex(/^\d\.\d{6}(\.[A-Z0-9.]+)?$/)
    .optional(),
  name: textSchema,
  /** What residents call it, in the middle of a sentence: "làm giấy khai sinh". */
  short: textSchema,
  /** What it leads to, one sentence. */
  leadsTo: textSchema,
  field: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  /** Place on the first page, 1 first; absent: after those that have one. */
  featured: z.int().min(1).optional(),
  /** `thin`: documents, fee, time and place, without case questions and own steps. */
  depth: z.enum(['full', 'thin']).default('full'),

  authority: z.strictObject({
    /** Who takes the dossier, and who decides, in the words of the law. */
    receive: textSchema,
    decide: textSchema,
    /** The desk at the counter: the unit's one-stop centre, the unit's police, or a body that is not the unit's. */
    desk: z.enum(['one-stop', 'police', 'elsewhere']),
    /** May be handed in at any centre of the city (Nghị định 118/2025). */
    anyCentre: z.boolean(),
    basis: basisSchema,
    source: sourceRefsSchema,
  }),
  online: z.strictObject({
    entry: z.enum(['portal', 'vneid', 'portal-or-vneid', 'counter-only']),
    level: z.enum(['full', 'partial', 'unknown']),
    /** The words to type into the portal's search box. */
    search: z.string().optional(),
    url: z.url().optional(),
    source: sourceRefsSchema,
  }),

  questions: z.record(slugSchema, questionSchema).default({}),
  documents: z.array(documentSchema),
  fees: z.array(feeSchema).min(1),
  exemptions: z.array(statementSchema).default([]),
  time: z.array(timeSchema).min(1),
  result: z.array(statementSchema).min(1),
  conditions: z.array(statementSchema).default([]),
  onBehalf: z.array(statementSchema).default([]),
  /** What is wrong or doubtful about her answers together: told before she submits. Each has a `when`. */
  checks: z.array(statementSchema).default([]),
  /** How long what she gets may be used. Empty: not known, and told so. */
  validity: z.array(statementSchema).default([]),
  /** What follows who is late or does without it. Empty: not known, and told so. */
  penalties: z.array(statementSchema).default([]),
  /** What it answers about her case that somebody else does it, with whose account. Nothing is assumed that does not stand here. */
  helpers: z.array(helperSchema).default([]),
  returns: z
    .array(
      z.strictObject({
        id: slugSchema,
        text: textSchema,
        fix: textSchema.optional(),
        source: sourceRefsSchema,
      }),
    )
    .default([]),
  legalBasis: z.array(z.string().min(1)).default([]),
  steps: z.record(slugSchema, stepOverrideSchema).default({}),
  ownSteps: z.array(ownStepSchema).default([]),

  /** Wordings that teach the topic. Own writing; varied. */
  phrases: z.array(z.string().min(1)).default([]),
  /** Ids of neighbours that residents confuse with this one; offered when unsure. */
  related: z.array(slugSchema).default([]),
  sources: sourcesSchema,
  asOf: dateSchema,
  review: dateSchema,
});
export type Procedure = z.infer<typeof procedureSchema>;

/** Lists of statements that may hold in some cases only. */
export const statementLists = [
  'exemptions',
  'result',
  'conditions',
  'onBehalf',
  'checks',
  'validity',
  'penalties',
] as const satisfies readonly (keyof Procedure)[];

/** Lists whose entries have an id that is unique among them. */
export const listsById = ['documents', 'fees', 'time', ...statementLists, 'returns', 'ownSteps'] as const;
