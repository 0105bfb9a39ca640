import { openPairs, pairAt, type PairTable } from './pairTable.ts';
import { openSlips, slipsOf, type SlipIndex } from './slipIndex.ts';
import { withinOne } from './slips.ts';
import { isSyllable } from './syllable.ts';
import { aWord, fold, type Word } from './text.ts';
import { numberWords, openWords, type WordTable } from './wordTable.ts';

/** Words and pairs of the domain with how often they stand in the training documents, folded. */
export interface Spelling {
  readonly table: WordTable;
  /** By the word's id: how often it stands in the documents, plus 1; 0: it is no word of ours. */
  readonly often: Uint32Array;
  readonly pairs: PairTable;
  readonly slips: SlipIndex;
  /** Words of the domain with their diacritics, by the id of what they are without. */
  readonly marked: ReadonlyMap<number, readonly string[]>;
}

/** How often words and pairs of neighbours stand in documents; words by their numbers. */
export interface SpellingCounts {
  readonly words: Uint16Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly firsts: Uint16Array<ArrayBuffer>;
  readonly seconds: Uint16Array<ArrayBuffer>;
  readonly pairCounts: Uint32Array<ArrayBuffer>;
}

export function learnSpelling(
  documents: readonly (readonly Word[])[],
  idOf: (word: string) => number,
): SpellingCounts {
  const words = new Map<number, number>();
  const pairs = new Map<number, number>();
  for (const document of documents) {
    let before = -1;
    for (const { folded } of document) {
      const id = idOf(folded);
      words.set(id, (words.get(id) ?? 0) + 1);
      const pair = before * 65_536 + id;
      if (before >= 0) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      before = id;
    }
  }
  return {
    words: Uint16Array.from(words.keys()),
    counts: Uint32Array.from(words.values()),
    firsts: Uint16Array.from(pairs.keys(), (pair) => Math.floor(pair / 65_536)),
    seconds: Uint16Array.from(pairs.keys(), (pair) => pair % 65_536),
    pairCounts: Uint32Array.from(pairs.values()),
  };
}

/** `others`: ids of words that are right too, though no document holds them. */
export function openSpelling(
  { words, counts, firsts, seconds, pairCounts }: SpellingCounts,
  table: WordTable,
  others: Iterable<number>,
): Spelling {
  const often = new Uint32Array(table.list.length);
  for (const id of others) often[id] = 1;
  words.forEach((id, k) => (often[id] = 1 + (counts[k] ?? 0)));
  return {
    table,
    often,
    pairs: openPairs(firsts, seconds, (k) => pairCounts[k] ?? 0),
    slips: openSlips(table, (id) => often[id] !== 0),
    marked: markedWords(table),
  };
}

function markedWords({ list, ids }: WordTable): ReadonlyMap<number, readonly string[]> {
  const marked = new Map<number, string[]>();
  for (const word of list) {
    const folded = fold(word);
    const id = folded === word ? undefined : ids.get(folded);
    if (id === undefined) continue;
    const known = marked.get(id);
    if (known === undefined) marked.set(id, [word]);
    else known.push(word);
  }
  return marked;
}

/** The spelling of documents alone. */
export function spellingOf(documents: readonly (readonly Word[])[]): Spelling {
  const words = numberWords();
  const counts = learnSpelling(documents, words.idOf);
  return openSpelling(counts, openWords(words.list()), []);
}

/** Whether the domain knows the folded word. */
export const isOurs = (folded: string, { table, often }: Spelling): boolean => {
  const id = table.ids.get(folded);
  return id !== undefined && often[id] !== 0;
};

/**
 * Mends one slip of the finger, or two words run together: in words that neither the domain nor the language knows, and
 * in those that stand with marks nobody uses beside words they never stand beside.
 */
export function mend(message: readonly Word[], spelling: Spelling): Word[] {
  if (message.every((word) => isRight(word, spelling))) return [...message];
  const writesMarks = message.some(({ word, folded }) => word !== folded);
  return message.flatMap((here, i) => {
    const { folded } = here;
    if (isRight(here, spelling)) return [here];
    const [before, after] = [message[i - 1]?.folded, message[i + 1]?.folded];
    if (isRead(folded, spelling)) {
      const likelier = besideIt(here, before, after, spelling);
      return [likelier === null ? here : aWord(likelier, here.said, here.opens)];
    }
    const parts = split(folded, spelling);
    if (parts !== null) return parts.map((part, n) => aWord(part, here.said, n === 0 && here.opens));
    const better = nearest(folded, before, after, spelling);
    if (better === null) return [here];
    return [aWord(writesMarks ? asMarked(here.word, better, spelling) : better, here.said, here.opens)];
  });
}

/** "ttú" is "trú", not "tru": the word that the same one slip makes of what she typed; of several, none. */
function asMarked(typed: string, better: string, { table, marked }: Spelling): string {
  const id = table.ids.get(better);
  const near = (id === undefined ? undefined : marked.get(id))?.filter((word) => withinOne(typed, word));
  return near?.length === 1 ? (near[0] ?? better) : better;
}

const isRight = (word: Word, spelling: Spelling): boolean =>
  word.folded.length < 3 ||
  /\d/u.test(word.folded) ||
  (isRead(word.folded, spelling) && (word.word === word.folded || spelling.table.ids.has(word.word)));

const isRead = (folded: string, spelling: Spelling): boolean =>
  isOurs(folded, spelling) || isSyllable(folded);

/** How often at least the neighbour must stand beside the word that is meant instead, of all that it stands beside. */
const TELLS = 0.05;

/** "thấ nghiệp" is "thất nghiệp": the word one slip away that its neighbours tell, where this one never stands beside them. */
function besideIt(
  { word, folded }: Word,
  before: string | undefined,
  after: string | undefined,
  spelling: Spelling,
): string | null {
  const { table, often, slips, marked } = spelling;
  const { left, right, withLeft, withRight } = neighbours(before, after, spelling);
  const share = (together: number, neighbour: number): number =>
    together === 0 ? 0 : together / (often[neighbour] ?? 1);
  const own = table.ids.get(folded);
  if (own !== undefined && withLeft(own) + withRight(own) > 0) return null;
  let best: string | null = null;
  let most = TELLS;
  for (const id of slipsOf(folded, slips)) {
    const told = Math.max(share(withLeft(id), left), share(withRight(id), right));
    if (told < most) continue;
    const form = marked.get(id)?.find((known) => withinOne(word, known));
    if (form === undefined) continue;
    best = form;
    most = told;
  }
  return best;
}

/** The words on both sides by their ids, -1: unknown, and how often a word stands beside each. */
function neighbours(
  before: string | undefined,
  after: string | undefined,
  { table, pairs }: Spelling,
): {
  readonly left: number;
  readonly right: number;
  readonly withLeft: (id: number) => number;
  readonly withRight: (id: number) => number;
} {
  const [left, right] = [table.ids.get(before ?? '') ?? -1, table.ids.get(after ?? '') ?? -1];
  return {
    left,
    right,
    withLeft: (id) => (left < 0 ? 0 : Math.max(0, pairAt(pairs, left, id))),
    withRight: (id) => (right < 0 ? 0 : Math.max(0, pairAt(pairs, id, right))),
  };
}

function nearest(
  word: string,
  before: string | undefined,
  after: string | undefined,
  spelling: Spelling,
): string | null {
  const { table, often, slips } = spelling;
  const { withLeft, withRight } = neighbours(before, after, spelling);
  let best: string | null = null;
  let bestScore = 0;
  for (const id of slipsOf(word, slips)) {
    const near = withLeft(id) + withRight(id);
    const score = 20 * Math.log1p(near) + Math.log1p((often[id] ?? 1) - 1) + 0.1;
    const candidate = table.list[id] ?? '';
    if (score > bestScore || (score === bestScore && best !== null && candidate < best)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** "khaisinh", "tamtru": only where the two words stand beside each other in the domain. */
function split(word: string, spelling: Spelling): string[] | null {
  const { table, pairs } = spelling;
  let best: string[] | null = null;
  let most = 0;
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    const [first, second] = [table.ids.get(left) ?? -1, table.ids.get(right) ?? -1];
    const n = first < 0 || second < 0 ? 0 : pairAt(pairs, first, second);
    if (n > most) {
      most = n;
      best = [left, right];
    }
  }
  return best;
}
