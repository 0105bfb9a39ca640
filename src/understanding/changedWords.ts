import type { Lexicon } from './lexicon.ts';
import { findRun } from './phrases.ts';
import type { Word } from './text.ts';

export interface ChangedWords {
  readonly list: readonly {
    readonly id: string;
    readonly ways: readonly (readonly Word[])[];
    /** null: whatever the message is about. */
    readonly topics: ReadonlySet<string> | null;
  }[];
  /** First folded words of all ways: most messages have none of them. */
  readonly firsts: ReadonlySet<string>;
}

export function openChangedWords(lexicon: Lexicon, read: (text: string) => Word[]): ChangedWords {
  const list = lexicon.changedWords.map(({ id, say, topics }) => ({
    id,
    ways: say.map(read),
    topics: topics === undefined ? null : new Set(topics),
  }));
  return { list, firsts: new Set(list.flatMap(({ ways }) => ways.map(([first]) => first?.folded ?? ''))) };
}

/** Which words of former days the message uses for what it is about; their ids, as in data/lexicon. */
export function changedIn(
  message: readonly Word[],
  topic: string | null,
  { list, firsts }: ChangedWords,
): string[] {
  const used = message.slice(0, LONGEST);
  const ids: string[] = [];
  if (!used.some(({ folded }) => firsts.has(folded))) return ids;
  for (const { id, ways, topics } of list) {
    if (topics !== null && (topic === null || !topics.has(topic))) continue;
    if (ways.some((way) => findRun(used, way) >= 0)) ids.push(id);
  }
  return ids;
}

/** Words of a message that are looked through. */
const LONGEST = 60;
