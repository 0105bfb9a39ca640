import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { durationsIn, type Duration } from '#knowledge/portal/durations.ts';

/** Facts compiled apart from this repository. Where they are not, the tests about them are skipped by name. */
export const factBase =
  process.env['FACT_BASE'] ?? new URL('../../../../shared/domain', import.meta.url).pathname;
export const hasFactBase = existsSync(join(factBase, 'procedures-civil.json'));

const procedureSchema = z.object({
  id: z.string(),
  code: z.string().nullish(),
  authority: z.union([
    z.string(),
    z
      .object({ receive: z.string().nullish(), decide: z.string().nullish() })
      .transform(({ receive, decide }) => `${receive ?? ''}; ${decide ?? ''}`),
  ]),
  documents: z.array(
    z.object({
      name: z.string(),
      form: z.string().nullish(),
      condition: z.string().nullish(),
      replaced_by_database: z.string().nullish(),
    }),
  ),
  fees: z.array(
    z.object({ case: z.string(), channel: z.string().nullish(), amount_vnd: z.number().nullable() }),
  ),
  processing_time: z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]),
});

export interface BaseProcedure {
  readonly id: string;
  readonly authority: string;
  readonly documents: z.infer<typeof procedureSchema>['documents'];
  readonly fees: readonly {
    readonly amount: number;
    readonly channels: ReadonlySet<string>;
    readonly of: string;
  }[];
  readonly times: readonly Duration[];
  readonly timeWords: string;
}

/** Two entries of the fact base that are one procedure of ours. */
const MERGED: Readonly<Record<string, string>> = { 'gia-han-tam-tru': 'dang-ky-tam-tru' };

/** By our procedure id. Structured fields only: notes hold amounts that must not be told. */
export function readFactBase(): Map<string, BaseProcedure> {
  const all = ['procedures-civil.json', 'procedures-other.json'].flatMap((file) =>
    z.array(procedureSchema).parse(JSON.parse(readFileSync(join(factBase, file), 'utf8'))),
  );
  const groups = Map.groupBy(all, ({ id }) => MERGED[id] ?? id);
  return new Map([...groups].map(([id, entries]) => [id, merged(id, entries)]));
}

function merged(id: string, entries: readonly z.infer<typeof procedureSchema>[]): BaseProcedure {
  const timeWords = entries.map(({ processing_time }) => processing_time).join('; ');
  return {
    id,
    authority: entries.map(({ authority }) => authority).join('; '),
    documents: entries.flatMap(({ documents }) => documents),
    fees: entries.flatMap(({ fees }) =>
      fees.flatMap(({ case: of, channel, amount_vnd: amount }) =>
        amount === null ? [] : [{ amount, of, channels: channelsIn(channel ?? 'mọi hình thức') }],
      ),
    ),
    times: durationsIn(withoutDoubt(timeWords)),
    timeWords,
  };
}

function channelsIn(words: string): Set<string> {
  if (words.includes('mọi')) return new Set(['online', 'counter', 'postal']);
  return new Set([
    ...(words.includes('trực tuyến') ? ['online'] : []),
    ...(words.includes('trực tiếp') ? ['counter', 'postal'] : []),
    ...(words.includes('bưu chính') ? ['postal'] : []),
  ]);
}

/** What its compiler knew from memory alone is no fact. */
const withoutDoubt = (words: string): string =>
  words
    .replaceAll(/\([^()]*\bmemory\b[^()]*\)/g, (said) => (/trả|thường/.test(said) ? '' : said))
    .split(/[;.]/)
    .filter((clause) => !/\bmemory\b/.test(clause))
    .map((clause) =>
      clause.includes('ngày làm việc') ? clause.replace(HARD_PLACE, '$1 ngày làm việc') : clause,
    )
    .join(';');

/** "(địa bàn khó khăn 13)", "địa bàn khó khăn: 27/30 ngày": working days, as the amount before. */
const HARD_PLACE = /(khó khăn:? (?:\d+\/)?\d+)(?: ngày)?(?! làm việc)/;
