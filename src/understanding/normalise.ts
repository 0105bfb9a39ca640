import { fromKeystrokes } from './keystrokes.ts';
import { writeOut, type ShortForms } from './shortForms.ts';
import { isSyllable } from './syllable.ts';
import { aWord, words, type Word } from './text.ts';

/**
 * A message as the rest of the room reads it: words in one spelling, runs of letters shortened, raw keystrokes
 * composed, short forms written out. `known`: words that are no Vietnamese syllables but ours ("online", "app").
 */
export const normalise = (text: string, forms: ShortForms, known: (word: string) => boolean): Word[] =>
  normaliseWords(words(text), forms, known);

/** The same of words that were cut before. */
export function normaliseWords(
  read: readonly Word[],
  forms: ShortForms,
  known: (word: string) => boolean,
): Word[] {
  const plain = read.map((word) => (known(word.folded) || forms.has(word.word) ? word : untangle(word)));
  return writeOut(plain, forms);
}

function untangle(word: Word): Word {
  if (isSyllable(word.word) || /^\d+$/u.test(word.word)) return word;
  const composed = fromKeystrokes(word.word);
  if (composed !== null) return aWord(composed, word.said, word.opens);
  const short = shorten(word.word);
  return short === word.word ? word : aWord(short, word.said, word.opens);
}

/** "khônggg" -> "không", "nhaaa" -> "nha"; a doubled last letter goes when a syllable remains. */
function shorten(word: string): string {
  const run = word.replace(/(\p{L})\1{2,}/gu, '$1');
  if (isSyllable(run)) return run;
  const single = run.replace(/(\p{L})\1/gu, '$1');
  return isSyllable(single) ? single : run;
}
