import { phraseAt, type Phrases } from './phrases.ts';
import type { Word } from './text.ts';

/** Parts of a message that may each be a question: sentences, lines, and what joining words hold together. At most four. */
export function segments(message: readonly Word[], joins: Phrases): (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (let at = 0; at < message.length;) {
    const here = message[at];
    if (here === undefined) break;
    const join = phraseAt(message, at, joins);
    if ((here.opens || join !== undefined) && at > 0) parts.push([]);
    const skip = join?.length ?? 0;
    if (skip === 0) parts.at(-1)?.push(here);
    at += Math.max(1, skip);
  }
  return parts.filter((part) => part.length >= 2).slice(0, 4);
}
