import { z } from 'zod';
import type { Body } from '#knowledge/schema/body.ts';
import { words } from '../text.ts';
import type { NationalHit } from '../types.ts';
import { kindOf, openBodies } from './bodies.ts';
import type { NationalLine } from './line.ts';

/** Strongest first: where a name stands several times in the list, it is done here as soon as one of them is. */
const kinds = [
  'covered',
  'here-not-yet',
  'unknown',
  'elsewhere',
] as const satisfies readonly NationalHit['kind'][];

/** The list as the model keeps it: one entry a name, with the index to look it up by. */
export const packedNationalSchema = z.strictObject({
  /** Code, name, body, kind, our procedure. */
  entries: z.array(z.tuple([z.string(), z.string(), z.string(), z.enum(kinds), z.string().nullable()])),
  /** Folded words of the names. Ids are places in this list. */
  words: z.array(z.string()),
  /** Word ids of each name in their order, Uint16; entry e stands at starts[e] … starts[e + 1], Int32. Base64. */
  sequences: z.string(),
  starts: z.string(),
});
export type PackedNational = z.infer<typeof packedNationalSchema>;

/** What training reads of the list, and of what is covered. */
export interface NationalInput {
  readonly lines: readonly NationalLine[];
  readonly bodies: readonly Body[];
}

/** Our procedures by national code and by folded official name. */
export interface Covered {
  readonly byCode: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** A name is read up to this many words; the longest of the list have more than a hundred, and say nothing new there. */
const LONGEST = 64;

export function packNational({ lines, bodies }: NationalInput, covered: Covered): PackedNational {
  const table = openBodies(bodies);
  const byName = new Map<
    string,
    { line: NationalLine; kind: NationalHit['kind']; procedure: string | null }
  >();
  for (const line of lines) {
    const key = words(line.name)
      .map(({ folded }) => folded)
      .join(' ');
    const procedure = covered.byCode.get(line.code) ?? covered.byName.get(key) ?? null;
    const kind = procedure === null ? kindOf(line, table) : 'covered';
    const before = byName.get(key);
    if (before === undefined || kinds.indexOf(kind) < kinds.indexOf(before.kind))
      byName.set(key, { line, kind, procedure });
  }
  const ids = new Map<string, number>();
  const sequences: number[] = [];
  const starts = [0];
  const entries = [...byName].map(([key, { line, kind, procedure }]): PackedNational['entries'][number] => {
    for (const word of key.split(' ').slice(0, LONGEST)) {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      sequences.push(id);
    }
    starts.push(sequences.length);
    return [line.code, line.name, line.executing ?? line.authority ?? '', kind, procedure];
  });
  return {
    entries,
    words: [...ids.keys()],
    sequences: Buffer.from(Uint16Array.from(sequences).buffer).toString('base64'),
    starts: Buffer.from(Int32Array.from(starts).buffer).toString('base64'),
  };
}
