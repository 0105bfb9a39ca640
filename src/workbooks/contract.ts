import { z } from 'zod';

/** What the workbook routes take and give; the console imports it. */

export const bookIds = ['hoi-dap', 'cau-mau', 'le-phi', 'lien-he', 'lich-nghi', 'danh-gia'] as const;
export const bookIdSchema = z.enum(bookIds);
export type BookId = z.infer<typeof bookIdSchema>;

export const booksSchema = z.strictObject({
  books: z.array(
    z.strictObject({
      id: bookIdSchema,
      title: z.string(),
      help: z.array(z.string()),
      sheets: z.array(z.strictObject({ id: z.string(), name: z.string(), rows: z.int() })),
      /** The caller may make drafts of at least a part of it in this scope. */
      edits: z.boolean(),
    }),
  ),
});

export const fileQuery = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** Of a CSV, which holds one sheet; absent: the first. */
  sheet: z.string().max(40).optional(),
});

const yesNo = z.enum(['yes', 'no']).default('no');
export const compareQuery = z.object({
  /** Made up by the page, to ask how far it is. */
  ticket: z.string().max(60).default(''),
  /** Whether rows that the file has not are to be taken away. */
  removals: yesNo,
});
export const draftsQuery = compareQuery.extend({
  /** Of the comparison that the officer saw. */
  expect: z.string().max(100),
  note: z.string().max(500).default(''),
});
export const progressSchema = z.strictObject({ done: z.number().nullable() });

const faultSchema = z.strictObject({
  sheet: z.string(),
  cell: z.string().nullable(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
});
export const rowChangeSchema = z.strictObject({
  sheet: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** As officers know the row. */
  title: z.string(),
  /** From 1, in the file. */
  line: z.int().nullable(),
  cells: z.array(z.strictObject({ heading: z.string(), before: z.string(), after: z.string() })),
});
export const comparisonSchema = z.strictObject({
  hash: z.string(),
  rows: z.int(),
  same: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Entries that would get a draft. */
  entries: z.int(),
  /** The first thousand. */
  changes: z.array(rowChangeSchema),
  /** The first five hundred. */
  faults: z.array(faultSchema),
  errors: z.int(),
  warnings: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** The file is none that can be read; the sentence is for the officer. */
const refusedSchema = z.strictObject({ refused: z.string() });
export const comparedSchema = z.union([z.strictObject({ comparison: comparisonSchema }), refusedSchema]);

export const draftedSchema = z.union([
  z.strictObject({
    drafts: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        scope: z.string(),
        title: z.string(),
        /** Revision that a hand-in names. */
        rev: z.int(),
      }),
    ),
    /** Evaluation questions that were written down at once: they are told to nobody. */
    questions: z.int(),
  }),
  refusedSchema,
  /** What is kept, or the file, is not what the officer saw; or it has errors. */
  z.strictObject({ comparison: comparisonSchema }),
]);
