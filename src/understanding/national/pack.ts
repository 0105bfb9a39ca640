import { z } from 'zod';
import type { Body } from '#knowledge/schema/body.ts';
import { words as wordsOf } from '../text.ts';
import type { NationalHit } from '../types.ts';
import { numberWords } from '../wordTable.ts';
import { kindOf, openBodies } from './bodies.ts';
import type { NationalLine } from './line.ts';

/** Strongest first: where a name stands several times in the list, it is done here as soon as one of them is. */
export const nationalKinds = [
  'covered',
  'here-not-yet',
  'unknown',
  'elsewhere',
] as const satisfies readonly NationalHit['kind'][];

/** The list as the model keeps it: one entry a name, with the index to look it up by. */
export const packedNationalSchema = z.strictObject({
  /** Code and name of each entry in UTF-8, `BETWEEN` them; entry e stands at texts[e] … texts[e + 1]. */
  text: z.instanceof(Uint8Array),
  texts: z.instanceof(Uint32Array),
  /** Places in `nationalKinds`, in `bodies`, and in `procedures` plus 1; 0: none of ours. */
  kinds: z.instanceof(Uint8Array),
  bodyOf: z.instanceof(Uint16Array),
  procedureOf: z.instanceof(Uint16Array),
  bodies: z.array(z.string()),
  procedures: z.array(z.string()),
  /** Ids of the words of each name in their order; entry e stands at starts[e] … starts[e + 1]. */
  sequences: z.instanceof(Uint16Array),
  starts: z.instanceof(Uint32Array),
});
export type PackedNational = z.infer<typeof packedNationalSchema>;

/** No name holds it. */
export const BETWEEN = '\u001f';

/** The list with words of its own, before the model numbers them. */
export type NumberedNational = PackedNational & { readonly words: readonly string[] };

/** The same with the numbers that a model has for words. */
export function renumbered(
  { words, sequences, ...rest }: NumberedNational,
  idOf: (word: string) => number,
): PackedNational {
  const ids = words.map(idOf);
  return { ...rest, sequences: sequences.map((own) => ids[own] ?? 0) };
}

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

export function packNational({ lines, bodies }: NationalInput, covered: Covered): NumberedNational {
  const table = openBodies(bodies);
  const byName = new Map<
    string,
    { line: NationalLine; kind: NationalHit['kind']; procedure: string | null }
  >();
  for (const line of lines) {
    const key = wordsOf(line.name)
      .map(({ folded }) => folded)
      .join(' ');
    const procedure = covered.byCode.get(line.code) ?? covered.byName.get(key) ?? null;
    const kind = procedure === null ? kindOf(line, table) : 'covered';
    const before = byName.get(key);
    if (before === undefined || nationalKinds.indexOf(kind) < nationalKinds.indexOf(before.kind))
      byName.set(key, { line, kind, procedure });
  }
  const words = numberWords();
  const bodyNames = numberWords();
  const procedures = numberWords();
  const sequences: number[] = [];
  const starts = [0];
  const text: Buffer[] = [];
  const texts = [0];
  for (const [key, { line }] of byName) {
    for (const word of key.split(' ').slice(0, LONGEST)) sequences.push(words.idOf(word));
    starts.push(sequences.length);
    const said = Buffer.from(`${line.code}${BETWEEN}${line.name.replaceAll(BETWEEN, ' ')}`, 'utf8');
    text.push(said);
    texts.push((texts.at(-1) ?? 0) + said.length);
  }
  const entries = [...byName.values()];
  return {
    text: Uint8Array.from(Buffer.concat(text)),
    texts: Uint32Array.from(texts),
    kinds: Uint8Array.from(entries, ({ kind }) => nationalKinds.indexOf(kind)),
    bodyOf: Uint16Array.from(entries, ({ line }) => bodyNames.idOf(line.executing ?? line.authority ?? '')),
    procedureOf: Uint16Array.from(entries, ({ procedure }) =>
      procedure === null ? 0 : 1 + procedures.idOf(procedure),
    ),
    bodies: bodyNames.list(),
    procedures: procedures.list(),
    sequences: Uint16Array.from(sequences),
    starts: Uint32Array.from(starts),
    words: words.list(),
  };
}
