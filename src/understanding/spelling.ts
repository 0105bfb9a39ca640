import { withinOne, withoutOne } from './slips.ts';
import { isSyllable } from './syllable.ts';
import { aWord, type Word } from './text.ts';

/** Words and pairs of the domain with how often they stand in the training documents, folded. */
export interface Spelling {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** A word with one letter left out -> the words it may come from. */
  readonly deletions: ReadonlyMap<string, readonly string[]>;
}

export function learnSpelling(documents: readonly (readonly Word[])[]): Pick<Spelling, 'words' | 'pairs'> {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const document of documents)
    document.forEach(({ folded }, i) => {
      words.set(folded, (words.get(folded) ?? 0) + 1);
      const next = document[i + 1]?.folded;
      if (next !== undefined) pairs.set(`${folded} ${next}`, (pairs.get(`${folded} ${next}`) ?? 0) + 1);
    });
  return { words, pairs };
}

export function openSpelling(
  words: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<string, number>,
  /** Words that are right too, though no document holds them. */
  others: Iterable<string>,
): Spelling {
  const deletions = new Map<string, string[]>();
  const known = new Map(words);
  for (const word of others) if (!known.has(word)) known.set(word, 0);
  for (const word of known.keys()) {
    if (/\d/u.test(word)) continue;
    for (const key of new Set([word, ...withoutOne(word)]))
      deletions.set(key, [...(deletions.get(key) ?? []), word]);
  }
  return { words: known, pairs, deletions };
}

/** Mends words that neither the domain nor the language knows: one slip of the finger, or two words run together. */
export function mend(message: readonly Word[], spelling: Spelling): Word[] {
  return message.flatMap((here, i) => {
    const { folded } = here;
    if (folded.length < 3 || spelling.words.has(folded) || isSyllable(folded) || /\d/u.test(folded))
      return [here];
    const parts = split(folded, spelling);
    if (parts !== null) return parts.map((part, n) => aWord(part, here.said, n === 0 && here.opens));
    const better = nearest(folded, message[i - 1]?.folded, message[i + 1]?.folded, spelling);
    return [better === null ? here : aWord(better, here.said, here.opens)];
  });
}

function nearest(
  word: string,
  before: string | undefined,
  after: string | undefined,
  spelling: Spelling,
): string | null {
  const candidates = new Set([word, ...withoutOne(word)].flatMap((key) => spelling.deletions.get(key) ?? []));
  let best: string | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    if (candidate.length < 2 || !withinOne(word, candidate)) continue;
    const pairs =
      (spelling.pairs.get(`${before ?? ''} ${candidate}`) ?? 0) +
      (spelling.pairs.get(`${candidate} ${after ?? ''}`) ?? 0);
    const score = 20 * Math.log1p(pairs) + Math.log1p(spelling.words.get(candidate) ?? 0) + 0.1;
    if (score > bestScore || (score === bestScore && best !== null && candidate < best)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** "khaisinh", "tamtru": only where the two words stand beside each other in the domain. */
function split(word: string, { words, pairs }: Spelling): string[] | null {
  let best: string[] | null = null;
  let most = 0;
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (!words.has(left) || !words.has(right)) continue;
    const n = pairs.get(`${left} ${right}`) ?? 0;
    if (n > most) {
      most = n;
      best = [left, right];
    }
  }
  return best;
}
