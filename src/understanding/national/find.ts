import type { Word } from '../text.ts';
import type { NationalHit } from '../types.ts';
import type { SlipIndex } from '../slipIndex.ts';
import { entryOf, idOf, kindOfEntry, type National } from './open.ts';

/** How many are named, how many are looked at closely, and how many words of a message are looked up. */
const MOST = 3;
const CLOSE = 24;
const MOST_WORDS = 40;
/** Names that are touched while looking; the commonest words, which half the list has, then only order what others found. */
const TOUCHED = 2_500;
/** What a word one slip away counts of a word typed right. */
const SLIP = 0.7;
/** Of two names that say what she says: the one that says less besides, in her order of words, from the beginning. */
const SHORT = 0.35;
const ORDER = 0.3;
const BEGINS = 0.15;
/** Share of the best name's score from which another counts as much like it. */
const ALIKE = 0.75;

interface Asked {
  readonly id: number;
  readonly weight: number;
  readonly explains: number;
}

interface Question {
  /** Different words, rarest first. */
  readonly words: readonly Asked[];
  /** Word ids in her order, as typed. */
  readonly order: readonly number[];
  /** Sum of what all her words tell, also of those that no name has. */
  readonly tells: number;
}

/**
 * The procedures of the national list that a message names, best first. `weigh`: what a folded word tells, 0–1; words
 * of asking and politeness tell nothing. Bounded for any message; some 50 µs for an ordinary one.
 */
export function findNational(
  message: readonly Word[],
  national: National,
  slips: SlipIndex,
  weigh: (folded: string) => number,
): readonly NationalHit[] {
  const question = read(message, national, slips, weigh);
  if (question.words.length === 0) return [];
  const most = question.words.reduce((sum, { weight }) => sum + weight, 0);
  const ranked = closest(question.words, national)
    .map((entry) => {
      const { weight, explains, inOrder, begins } = compare(entry, question, national);
      const short = weight / (national.weights[entry] ?? 1);
      const score = weight / most + SHORT * short + ORDER * inOrder + (begins ? BEGINS : 0);
      return { entry, score, explains: explains / question.tells, covers: short };
    })
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  // Official names differ by a word: "not here" is said only where nothing much like it is done here, or not known where.
  const bar = ALIKE * (ranked[0]?.score ?? 0);
  const doubtful = ranked.some(
    ({ entry, score }) => score >= bar && kindOfEntry(national.packed, entry) !== 'elsewhere',
  );
  return ranked.slice(0, MOST).map(({ entry, explains, covers }) => {
    const { code, name, body, kind: own, procedure } = entryOf(national, entry);
    const kind = own === 'elsewhere' && doubtful ? 'unknown' : own;
    return { code, name, body, kind, procedure, explains: share(explains), covers: share(covers) };
  });
}

const share = (x: number): number => Math.min(1, Math.round(x * 100) / 100);

function read(
  message: readonly Word[],
  national: National,
  slips: SlipIndex,
  weigh: (folded: string) => number,
): Question {
  const asked = new Map<number, Asked>();
  const order: number[] = [];
  let tells = 0;
  for (const folded of new Set(message.slice(0, MOST_WORDS).map((word) => word.folded))) {
    const own = weigh(folded);
    if (own === 0) continue;
    tells += own;
    const found = idOf(national, slips, folded);
    if (found === null) continue;
    const { id, exact } = found;
    const share = exact ? 1 : SLIP;
    order.push(id);
    if (!asked.has(id)) asked.set(id, { id, weight: share * (national.idf[id] ?? 0), explains: share * own });
  }
  return { words: [...asked.values()].sort((a, b) => b.weight - a.weight || a.id - b.id), order, tells };
}

/** Scratch of one lookup: the matcher is synchronous, so one is enough. */
let sums = new Float32Array(0);

/** The entries that share most with the words. */
function closest(words: readonly Asked[], { weights: all, heads, postings }: National): number[] {
  if (sums.length < all.length) sums = new Float32Array(all.length);
  const touched: number[] = [];
  let looked = 0;
  for (const { id, weight } of words) {
    const [from, to] = [heads[id] ?? 0, heads[id + 1] ?? 0];
    looked += to - from;
    if (looked > TOUCHED && touched.length > CLOSE) break;
    for (let at = from; at < to; at++) {
      const entry = postings[at] ?? 0;
      const before = sums[entry] ?? 0;
      if (before === 0) touched.push(entry);
      sums[entry] = before + weight + 1e-6;
    }
  }
  const best = leading(touched);
  for (const entry of touched) sums[entry] = 0;
  return best;
}

/** The best few without ordering thousands: the bar rises with what is found. */
function leading(touched: readonly number[]): number[] {
  const best: number[] = [];
  const cut = (): void => {
    best.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
    best.length = Math.min(best.length, CLOSE);
  };
  let bar = 0;
  for (const entry of touched) {
    if ((sums[entry] ?? 0) <= bar) continue;
    best.push(entry);
    if (best.length < 4 * CLOSE) continue;
    cut();
    bar = sums[best.at(-1) ?? 0] ?? 0;
  }
  cut();
  return best;
}

interface Compared {
  readonly weight: number;
  readonly explains: number;
  /** Share of her neighbouring words that stand side by side in the name. */
  readonly inOrder: number;
  readonly begins: boolean;
}

function compare(entry: number, { words, order }: Question, { sequences, starts }: National): Compared {
  const [from, to] = [starts[entry] ?? 0, starts[entry + 1] ?? 0];
  const name = sequences.subarray(from, to);
  let weight = 0;
  let explains = 0;
  for (const one of words) {
    if (!name.includes(one.id)) continue;
    weight += one.weight;
    explains += one.explains;
  }
  let pairs = 0;
  for (let i = 1; i < order.length; i++) {
    const [left, right] = [order[i - 1], order[i]];
    if (left === undefined || right === undefined) continue;
    for (let at = name.indexOf(left); at >= 0; at = name.indexOf(left, at + 1))
      if (name[at + 1] === right) {
        pairs += 1;
        break;
      }
  }
  const inOrder = order.length < 2 ? 0 : pairs / (order.length - 1);
  return {
    weight,
    explains,
    inOrder,
    begins: order.length > 1 && order[0] === name[0] && order[1] === name[1],
  };
}
