import { z } from 'zod';
import { aspectSchema } from '#knowledge/schema/ids.ts';
import { commands } from './types.ts';

const saysSchema = z.array(z.string().min(1));

const askingRuleSchema = z.strictObject({
  aspect: aspectSchema,
  /** Counts only where nothing else is asked. */
  alone: z.boolean().optional(),
  say: saysSchema,
});

const shortFormSchema = z.strictObject({
  /** Written so, with exactly these diacritics; one to three words. */
  say: saysSchema.min(1),
  means: z.string().min(1),
  /** Only when one of these words stands right before or right after it (folded). Single letters always need one. */
  after: saysSchema.optional(),
  before: saysSchema.optional(),
  /** Also at the end of the message. */
  atEnd: z.boolean().default(false),
});
export type ShortForm = z.infer<typeof shortFormSchema>;

/** What the room knows of how people write. Each file in data/lexicon holds some of these keys. */
export const lexiconSchema = z.strictObject({
  /** Teencode, abbreviations, Southern spellings. */
  shortForms: z.array(shortFormSchema),
  /** Politeness and filler that a command or an option may carry. */
  particles: saysSchema,
  /** Wordings of the commands that residents type anywhere. */
  commands: z.record(z.enum(commands), saysSchema),
  /** Number words: "hai" -> 2. */
  numbers: z.record(z.string(), z.int().min(1).max(20)),
  /** Words that may stand before a number when an option is meant: số, cái thứ. */
  countWords: saysSchema,
  /** "cái đầu", "cái cuối". */
  first: saysSchema,
  last: saysSchema,
  /** Words that join a second question: "và", "với lại". */
  joins: saysSchema,
  /** Words that open a follow-up: "thế", "còn", "vậy". */
  followUps: saysSchema,
  /** Words before what is not meant: "chứ không phải". */
  denials: saysSchema.optional(),
  /** Politeness around a question (courtesy.ts). */
  courtesies: z.strictObject({ before: saysSchema, after: saysSchema }).optional(),
  /** Words for where somebody lives, and those after which they are what is wished. */
  whereabouts: z.strictObject({ names: saysSchema, acts: saysSchema }).optional(),
  /** Words that open a question about another matter: "còn". */
  others: saysSchema.optional(),
  /** Words that point back: "cái đó", "cái kia". */
  pointers: saysSchema,
  /** Ways of saying one thing, by a name for it. */
  sameWords: z.record(z.string(), saysSchema),
  /** Words of former days that residents still use; one sentence in the answer says what they are called today. */
  changedWords: z.array(
    z.strictObject({ id: z.string(), say: saysSchema, topics: z.array(z.string()).optional() }),
  ),
  /** Topics and the troubles under them whose answers serve each other. */
  families: z.record(z.string(), saysSchema),
  /** Matters that residents call by each other's names: answered at once only where it is very clear which. */
  siblings: z.array(saysSchema).optional(),
  /** Matters whose everyday name is not that of the law: nearly always asked about. */
  loose: saysSchema.optional(),
  /** A phrase with none of these asks nothing in particular. */
  askingWords: saysSchema,
  /** Outright wordings of asking, the most telling first (askedBy.ts). */
  asking: z
    .strictObject({
      groups: z.record(z.string(), saysSchema),
      rules: z.array(askingRuleSchema),
      /** A word alone, where nothing else tells. */
      hints: z.array(askingRuleSchema),
    })
    .optional(),
  /** What is asked about a topic by naming it. */
  usual: z.record(z.string(), aspectSchema).optional(),
  /** Words right before a place: ở, tại. */
  placeWords: saysSchema,
  /** Right after a name: the old unit, or today's. */
  formerWords: saysSchema,
  presentWords: saysSchema,
  /** "không", "chưa": turn an option into its opposite. */
  negations: saysSchema,
  /** What English messages say, in Vietnamese (english.ts). */
  english: z
    .strictObject({
      asks: z.strictObject({ en: saysSchema, vi: saysSchema }),
      loans: saysSchema,
      small: saysSchema,
      plain: saysSchema,
      says: z.array(z.strictObject({ means: z.string().min(1), say: saysSchema.min(1) })),
    })
    .optional(),
  /** Unit types as people write them: "p" -> Phường. */
  unitTypes: z.record(z.string(), z.enum(['Phường', 'Xã', 'Thị trấn'])),
});
export type Lexicon = z.infer<typeof lexiconSchema>;

/** Joins the parsed files of data/lexicon. Throws zod's error, which names the key at fault. */
export function parseLexicon(files: readonly unknown[]): Lexicon {
  const parts = files.map((file) => lexiconSchema.partial().parse(file));
  return lexiconSchema.parse(Object.assign({}, ...parts));
}
