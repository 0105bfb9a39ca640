import { AppError } from '#root/errors.ts';

/** Words by number: everything else of a model names them so. */
export interface WordTable {
  readonly list: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
}

/** Ids fit in 16 bits; the language has some seven thousand syllables. */
const MOST = 65_535;

export const openWords = (list: readonly string[]): WordTable => ({
  list,
  ids: new Map(list.map((word, id) => [word, id])),
});

/** Numbers words in the order in which they are first asked for. */
export function numberWords(): { readonly idOf: (word: string) => number; readonly list: () => string[] } {
  const ids = new Map<string, number>();
  return {
    idOf: (word) => {
      const id = ids.get(word) ?? ids.size;
      if (id === ids.size) ids.set(word, id);
      if (id >= MOST) throw new AppError('MODEL_INVALID', `more than ${MOST} different words`);
      return id;
    },
    list: () => [...ids.keys()],
  };
}
