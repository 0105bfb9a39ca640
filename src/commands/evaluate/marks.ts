import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { figureIds, figureNames, type FigureName, type Figures } from './figures.ts';

const names = z.enum(figureIds);
const percents = z.partialRecord(names, z.number().min(0).max(100));

/** data/evaluation/marks.yaml: what a release must reach before it is published. All in percent. */
const marksSchema = z.strictObject({
  /** By slice; `all`: over all slices written by hand. */
  least: z.record(z.string(), percents).default({}),
  most: z.record(z.string(), percents).default({}),
  /** Points of `top1` that a roughened slice may lose against `clean`. */
  loses: z.record(z.string(), z.number().min(0)).default({}),
});
export type Marks = z.infer<typeof marksSchema>;

export const readMarks = (file: string): Marks => marksSchema.parse(parse(readFileSync(file, 'utf8')));

/** What falls short, one sentence each. A slice without messages of a kind passes: there is nothing to judge. */
export function fallsShort(slices: ReadonlyMap<string, Figures>, { least, most, loses }: Marks): string[] {
  const rate = (slice: string, name: FigureName): number | null => {
    const share = slices.get(slice)?.get(name);
    return share === undefined || share.of === 0 ? null : (100 * share.hits) / share.of;
  };
  const short: string[] = [];
  const check = (
    marks: Marks['least'],
    word: string,
    fails: (got: number, mark: number) => boolean,
  ): void => {
    for (const [slice, wanted] of Object.entries(marks))
      for (const name of names.options) {
        const [got, mark] = [rate(slice, name), wanted[name]];
        if (got !== null && mark !== undefined && fails(got, mark))
          short.push(`${slice}: ${figureNames[name]}: ${got.toFixed(1)} %, ${word} ${mark} %`);
      }
  };
  check(least, 'at least', (got, mark) => got < mark);
  check(most, 'at most', (got, mark) => got > mark);
  const clean = rate('clean', 'top1');
  for (const [slice, points] of Object.entries(loses)) {
    const got = rate(slice, 'top1');
    if (clean !== null && got !== null && clean - got > points)
      short.push(`${slice}: loses ${(clean - got).toFixed(1)} points against clean, at most ${points}`);
  }
  return short;
}
