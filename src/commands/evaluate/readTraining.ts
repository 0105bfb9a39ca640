import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { procedureSchema } from '#knowledge/schema/procedure.ts';
import { topicsFileSchema } from '#knowledge/schema/topic.ts';
import { troublesFileSchema } from '#knowledge/schema/trouble.ts';
import { unitsFileSchema } from '#knowledge/schema/unit.ts';
import { bodySchema } from '#knowledge/schema/body.ts';
import { parseLexicon, type Lexicon } from '#understanding/lexicon.ts';
import { readNational, type NationalLine } from '#understanding/national/line.ts';
import type { TrainingRelease } from '#understanding/trainingInput.ts';

/** What the matcher learns from, read from the folder of data as it stands, published or not. */
export function readTraining(folder: string): {
  release: TrainingRelease;
  lexicon: Lexicon;
  national: readonly NationalLine[];
} {
  const all = (part: string): unknown[] => {
    const at = join(folder, part);
    if (!existsSync(at)) return [];
    return readdirSync(at)
      .filter((file) => file.endsWith('.yaml'))
      .sort((a, b) => (a < b ? -1 : 1))
      .map((file): unknown => parse(readFileSync(join(at, file), 'utf8')));
  };
  const topics = topicsFileSchema.parse(parse(readFileSync(join(folder, 'topics.yaml'), 'utf8')));
  const units = all('units').map((file) => unitsFileSchema.parse(file));
  const troubles = all('troubles')
    .map((file) => troublesFileSchema.parse(file))
    .flatMap((file) =>
      file.troubles.map((trouble) => ({
        ...trouble,
        sources: file.sources,
        asOf: file.asOf,
        review: file.review,
      })),
    );
  return {
    release: {
      procedures: new Map(
        all('procedures')
          .map((file) => procedureSchema.parse(file))
          .map((entry) => [entry.id, entry]),
      ),
      overrides: new Map(),
      troubles: new Map(troubles.map((trouble) => [trouble.id, trouble])),
      topics: new Map(topics.topics.map((topic) => [topic.id, topic])),
      aspects: topics.aspects,
      none: topics.none,
      units: new Map(units.flatMap((file) => file.units).map((unit) => [unit.code, unit])),
      traps: units.flatMap(({ traps }) => traps),
      bodies: z.array(bodySchema).parse(parse(readFileSync(join(folder, 'bodies.yaml'), 'utf8'))),
    },
    lexicon: parseLexicon(all('lexicon')),
    national: readNational(readFileSync(join(folder, 'national', 'list.jsonl'), 'utf8')).lines,
  };
}
