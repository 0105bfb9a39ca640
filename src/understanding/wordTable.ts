import { AppError } from '#root/errors.ts';
import type { Word, WordIds } from './text.ts';

/** Words by number: everything else of a model names them so. */
export interface WordTable {
  readonly list: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  /** Groups of same words, without the @. */
  readonly groups: ReadonlyMap<string, number>;
  /** Runs of letters, without the ~. */
  readonly grams: ReadonlyMap<string, number>;
}

/** Ids of models fit in 16 bits; the language has some seven thousand syllables. */
export const MOST_WORDS = 65_535;

export function openWords(list: readonly string[]): WordTable {
  const ids = new Map(list.map((word, id) => [word, id]));
  const marked = (mark: string): ReadonlyMap<string, number> =>
    new Map(
      list.flatMap((word, id): [string, number][] => (word.startsWith(mark) ? [[word.slice(1), id]] : [])),
    );
  return { list, ids, groups: marked('@'), grams: marked('~') };
}

/** Looks the words up once for all that is asked of them and of their parts. */
export const numbered = (words: readonly Word[], { ids, groups }: WordTable): Word[] =>
  words.map(({ word, folded, said, opens, group, grams }) => {
    const own = ids.get(word) ?? -1;
    return {
      word,
      folded,
      said,
      opens,
      group,
      grams,
      ids: {
        word: own,
        folded: word === folded ? own : (ids.get(folded) ?? -1),
        group: group === undefined ? -1 : (groups.get(group) ?? -1),
      },
    };
  });

/** The ids of a word, looked up now where they were not before. */
export const idsOf = ({ word, folded, group, ids: found }: Word, { ids, groups }: WordTable): WordIds =>
  found ?? {
    word: ids.get(word) ?? -1,
    folded: ids.get(folded) ?? -1,
    group: group === undefined ? -1 : (groups.get(group) ?? -1),
  };

/** Numbers words in the order in which they are first asked for. */
export function numberWords(most = Number.POSITIVE_INFINITY): {
  readonly idOf: (word: string) => number;
  readonly list: () => string[];
} {
  const ids = new Map<string, number>();
  return {
    idOf: (word) => {
      const id = ids.get(word) ?? ids.size;
      if (id === ids.size) ids.set(word, id);
      if (id >= most) throw new AppError('MODEL_INVALID', `more than ${most} different words`);
      return id;
    },
    list: () => [...ids.keys()],
  };
}
