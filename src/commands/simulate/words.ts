import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What simulated residents say. Own wordings, none of them taught to the matcher. */
const wordsSchema = z.strictObject({
  openings: z.array(z.string().includes('{matter}')).min(3),
  sideQuestions: z.array(z.string()).min(3),
  troubles: z.array(z.string()).min(3),
  changeAnswer: z.string(),
  begin: z.string(),
});
export type SimulateWords = z.infer<typeof wordsSchema>;

export function readSimulateWords(path: string): SimulateWords {
  return wordsSchema.parse(parse(readFileSync(path, 'utf8')));
}
