import { z } from 'zod';

/** How the product speaks to residents; the limits and word lists that every sentence is held to. */
export const readabilitySchema = z.strictObject({
  /** Words (syllables between spaces) in one sentence. */
  sentenceWords: z.int().min(5),
  /** Characters of a choice's label: Messenger cuts quick replies there. */
  labelCharacters: z.int().min(5),
  /** Characters of one piece of text: the smallest message of a channel, less what stands around the piece. */
  textCharacters: z.int().min(100),
  /** Office language, with what to say instead. Allowed where the word is explained in brackets right behind it. */
  officialWords: z.array(z.strictObject({ word: z.string().min(1), say: z.string().min(1) })),
  /** Wrong ways to address a resident. */
  address: z.array(z.strictObject({ word: z.string().min(1), say: z.string().min(1) })),
});
export type Readability = z.infer<typeof readabilitySchema>;
