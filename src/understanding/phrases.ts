import { normalise } from './normalise.ts';
import type { ShortForms } from './shortForms.ts';
import type { Word } from './text.ts';

/** Reads a wording of the lexicon or of an option the way messages are read. */
export const reading =
  (forms: ShortForms) =>
  (text: string): Word[] =>
    normalise(text, forms, () => false);

/** A word typed without diacritics stands for any; one typed with them only for itself. */
export const same = (typed: Word, meant: Word): boolean =>
  typed.folded === meant.folded && (typed.word === meant.word || typed.word === typed.folded);

export const samePhrase = (typed: readonly Word[], meant: readonly Word[]): boolean =>
  typed.length === meant.length && standsAt(typed, 0, meant);

export const keyOf = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(' ');

/** Whether `meant` stands in `typed` at a place. */
export function standsAt(typed: readonly Word[], at: number, meant: readonly Word[]): boolean {
  if (at + meant.length > typed.length) return false;
  for (let i = 0; i < meant.length; i++) {
    const [one, other] = [typed[at + i], meant[i]];
    if (one === undefined || other === undefined || !same(one, other)) return false;
  }
  return true;
}

/** Phrases by their first folded word, each list in the order in which they are tried. */
export type Phrases = ReadonlyMap<string, readonly (readonly Word[])[]>;

export function openPhrases(list: readonly (readonly Word[])[]): Phrases {
  const byFirst = new Map<string, (readonly Word[])[]>();
  for (const phrase of list) {
    const head = phrase[0]?.folded;
    if (head !== undefined) byFirst.set(head, [...(byFirst.get(head) ?? []), phrase]);
  }
  return byFirst;
}

/** The first of the phrases that stands in `typed` at a place. Most words begin none, so this costs next to nothing. */
export function phraseAt(typed: readonly Word[], at: number, phrases: Phrases): readonly Word[] | undefined {
  return phrases.get(typed[at]?.folded ?? '')?.find((phrase) => standsAt(typed, at, phrase));
}

/** Where `meant` stands in `typed` as a run of words, or -1. */
export function findRun(typed: readonly Word[], meant: readonly Word[]): number {
  for (let at = 0; at + meant.length <= typed.length; at++) if (standsAt(typed, at, meant)) return at;
  return -1;
}

/**
 * The message with more and more politeness taken off its two ends, the whole first. Bounded: only short messages
 * are commands or options.
 */
export function* stripped(
  message: readonly Word[],
  particles: ReadonlySet<string>,
): Generator<readonly Word[]> {
  const loose = (word: Word | undefined): boolean => word !== undefined && particles.has(word.folded);
  let front = 0;
  while (loose(message[front])) front += 1;
  let back = 0;
  while (back < message.length && loose(message.at(-1 - back))) back += 1;
  for (let total = 0; total <= front + back; total++)
    for (let left = 0; left <= Math.min(total, front); left++) {
      const right = total - left;
      if (right > back || left + right >= message.length) continue;
      yield message.slice(left, message.length - right);
    }
}
