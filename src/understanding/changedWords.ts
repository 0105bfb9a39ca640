import type { Lexicon } from './lexicon.ts';
import { findRun } from './phrases.ts';
import type { Word } from './text.ts';

export interface ChangedWord {
  readonly id: string;
  readonly ways: readonly (readonly Word[])[];
  /** null: whatever the message is about. */
  readonly topics: ReadonlySet<string> | null;
}

export const openChangedWords = (lexicon: Lexicon, read: (text: string) => Word[]): readonly ChangedWord[] =>
  lexicon.changedWords.map(({ id, say, topics }) => ({
    id,
    ways: say.map(read),
    topics: topics === undefined ? null : new Set(topics),
  }));

/** Which words of former days the message uses for what it is about; their ids, as in data/lexicon. */
export function changedIn(
  message: readonly Word[],
  topic: string | null,
  changed: readonly ChangedWord[],
): string[] {
  const used = message.slice(0, LONGEST);
  const ids: string[] = [];
  for (const { id, ways, topics } of changed) {
    if (topics !== null && (topic === null || !topics.has(topic))) continue;
    if (ways.some((way) => findRun(used, way) >= 0)) ids.push(id);
  }
  return ids;
}

/** Words of a message that are looked through. */
const LONGEST = 60;
