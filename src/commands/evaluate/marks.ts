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

/** A mark that is missed. All in percent; `loses`: points of `top1` against the slice `clean`. */
export interface Shortfall {
  readonly slice: string;
  readonly figure: FigureName;
  readonly must: 'least' | 'most' | 'loses';
  readonly got: number;
  readonly mark: number;
}

/** A slice without messages of a kind passes: there is nothing to judge. */
export function shortfalls(slices: ReadonlyMap<string, Figures>, { least, most, loses }: Marks): Shortfall[] {
  const rate = (slice: string, name: FigureName): number | null => {
    const share = slices.get(slice)?.get(name);
    return share === undefined || share.of === 0 ? null : (100 * share.hits) / share.of;
  };
  const short: Shortfall[] = [];
  const check = (
    must: 'least' | 'most',
    marks: Marks['least'],
    fails: (got: number, mark: number) => boolean,
  ): void => {
    for (const [slice, wanted] of Object.entries(marks))
      for (const figure of names.options) {
        const [got, mark] = [rate(slice, figure), wanted[figure]];
        if (got !== null && mark !== undefined && fails(got, mark))
          short.push({ slice, figure, must, got, mark });
      }
  };
  check('least', least, (got, mark) => got < mark);
  check('most', most, (got, mark) => got > mark);
  const clean = rate('clean', 'top1');
  for (const [slice, mark] of Object.entries(loses)) {
    const got = rate(slice, 'top1');
    if (clean !== null && got !== null && clean - got > mark)
      short.push({ slice, figure: 'top1', must: 'loses', got: clean - got, mark });
  }
  return short;
}

/** What falls short, one sentence each. */
export const fallsShort = (slices: ReadonlyMap<string, Figures>, marks: Marks): string[] =>
  shortfalls(slices, marks).map(({ slice, figure, must, got, mark }) =>
    must === 'loses'
      ? `${slice}: loses ${got.toFixed(1)} points against clean, at most ${mark}`
      : `${slice}: ${figureNames[figure]}: ${got.toFixed(1)} %, at ${must} ${mark} %`,
  );
