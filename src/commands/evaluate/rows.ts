import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';

/** One labelled message. `topic` is a label: `labels` of the run says which topic ids count as right. */
const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  topic: z.string(),
  aspect: z.string().nullish(),
  in_scope: z.boolean(),
  /** Out of scope: what a good bot does. */
  expect: z.string().optional(),
  /** The conversation's topic before this message. */
  context: z.string().optional(),
  slice: z.string().default('clean'),
});
export type Row = z.infer<typeof rowSchema>;

const labelsSchema = z.object({
  topics: z.record(z.string(), z.array(z.string())).default({}),
  interchangeable: z.array(z.array(z.string())).default([]),
  covered: z.record(z.string(), z.union([z.array(z.string()), z.string()])).default({}),
  outcome_topics: z.record(z.string(), z.union([z.array(z.string()), z.string()])).default({}),
});
export type Labels = z.infer<typeof labelsSchema>;

/** Throws with file and line where a row is not one. */
export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const row = rowSchema.safeParse(JSON.parse(line));
      if (!row.success) throw new AppError('KNOWLEDGE_INVALID', `${file}:${i + 1}: ${row.error.message}`);
      return [row.data];
    });
}

/** Where topics are the product's own ids. */
export const noLabels: Labels = { topics: {}, interchangeable: [], covered: {}, outcome_topics: {} };

export const readLabels = (file: string): Labels =>
  labelsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Topic ids that count as right for a label. */
export function rightFor(label: string, labels: Labels): ReadonlySet<string> {
  const alike = [label, ...labels.interchangeable.filter((group) => group.includes(label)).flat()];
  const covered = labels.covered[label] ?? [];
  return new Set([
    ...alike,
    ...alike.flatMap((name) => labels.topics[name] ?? []),
    ...(typeof covered === 'string' ? [] : covered),
  ]);
}
