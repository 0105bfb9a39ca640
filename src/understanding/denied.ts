import { phraseAt, type Phrases } from './phrases.ts';
import type { Word } from './text.ts';

/** Fewer words than these are left whole: a message that only denies says nothing else. */
const LEAST = 3;
/** What is denied is named in so many words; after them the message goes on, for commas are not read. */
const MOST = 5;

/** Without what she says that she does not mean: "nghỉ bán luôn chứ không phải tạm nghỉ". */
export function withoutDenied(words: readonly Word[], denials: Phrases): readonly Word[] {
  let at = LEAST;
  while (at < words.length && phraseAt(words, at, denials) === undefined) at += 1;
  const denial = phraseAt(words, at, denials);
  if (denial === undefined) return words;
  const most = at + denial.length + MOST;
  const end = words.findIndex((word, i) => i > at && (word.opens || i >= most));
  return [...words.slice(0, at), ...(end < 0 ? [] : words.slice(end))];
}
