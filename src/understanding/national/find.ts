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

interface Question {
  /** Ids of her different words, rarest first. */
  readonly words: readonly number[];
  /** What those words weigh together. */
  readonly most: number;
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
  makeRoom(national);
  const question = read(message, national, slips, weigh);
  if (question.words.length === 0) return [];
  const { most } = question;
  const ranked = closest(question.words, national)
    .map((entry) => {
      const { weight, explains, inOrder, begins } = compare(entry, question, national);
      const short = weight / (national.weights[entry] ?? 1);
      const score = weight / most + SHORT * short + ORDER * inOrder + (begins ? BEGINS : 0);
      return { entry, score, explains: explains / question.tells, covers: short };
    })
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  forget(question);
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

// Scratch of one lookup: the matcher is synchronous, so one of each is enough. By word id: what a word of hers weighs and
// explains, and which word comes after it; all zero between lookups.
let weightOf = new Float64Array(0);
let explainsOf = new Float64Array(0);
let nextOf = new Uint16Array(0);
/** By word id: the last name that it was met in, and met in before its right neighbour. */
let met = new Int32Array(0);
let paired = new Int32Array(0);
/** By entry. */
let sums = new Float32Array(0);
let touched = new Uint16Array(0);

function makeRoom({ table, packed }: National): void {
  if (weightOf.length < table.list.length) {
    weightOf = new Float64Array(table.list.length);
    explainsOf = new Float64Array(table.list.length);
    nextOf = new Uint16Array(table.list.length);
    met = new Int32Array(table.list.length);
    paired = new Int32Array(table.list.length);
  }
  if (sums.length < packed.kinds.length) {
    sums = new Float32Array(packed.kinds.length);
    touched = new Uint16Array(packed.kinds.length);
  }
}

function read(
  message: readonly Word[],
  national: National,
  slips: SlipIndex,
  weigh: (folded: string) => number,
): Question {
  const words: number[] = [];
  const order: number[] = [];
  let tells = 0;
  let most = 0;
  const seen = new Set<string>();
  for (let at = 0; at < message.length && at < MOST_WORDS; at++) {
    const folded = message[at]?.folded ?? '';
    if (seen.has(folded)) continue;
    seen.add(folded);
    const own = weigh(folded);
    if (own === 0) continue;
    tells += own;
    const found = idOf(national, slips, folded);
    if (found === null) continue;
    const { id, exact } = found;
    const share = exact ? 1 : SLIP;
    order.push(id);
    if (weightOf[id] !== 0) continue;
    // Words that every name has weigh nothing, but were said.
    const weight = Math.max(share * (national.idf[id] ?? 0), 1e-9);
    weightOf[id] = weight;
    explainsOf[id] = share * own;
    most += weight;
    words.push(id);
  }
  // Falls by weight, then rises by id.
  words.sort((a, b) => (weightOf[b] ?? 0) - (weightOf[a] ?? 0) || a - b);
  order.forEach((id, at) => (nextOf[id] = (order[at + 1] ?? -1) + 1));
  return { words, most, order, tells };
}

function forget({ words }: Question): void {
  for (const id of words) {
    weightOf[id] = 0;
    explainsOf[id] = 0;
    nextOf[id] = 0;
    met[id] = 0;
    paired[id] = 0;
  }
}

/** The entries that share most with the words, best first. */
function closest(words: readonly number[], { heads, postings }: National): number[] {
  let n = 0;
  let looked = 0;
  for (const id of words) {
    const [from, to] = [heads[id] ?? 0, heads[id + 1] ?? 0];
    looked += to - from;
    if (looked > TOUCHED && n > CLOSE) break;
    const weight = (weightOf[id] ?? 0) + 1e-6;
    for (let at = from; at < to; at++) {
      const entry = postings[at] ?? 0;
      const before = sums[entry] ?? 0;
      if (before === 0) touched[n++] = entry;
      sums[entry] = before + weight;
    }
  }
  const best = leading(n);
  for (let k = 0; k < n; k++) sums[touched[k] ?? 0] = 0;
  return best;
}

/** Scratch: the best few, best first. */
const best = new Uint16Array(CLOSE + 1);

/** The best few without ordering thousands: the bar rises with what is found. */
function leading(n: number): number[] {
  let found = 0;
  let bar = 0;
  for (let k = 0; k < n; k++) {
    const entry = touched[k] ?? 0;
    const sum = sums[entry] ?? 0;
    if (sum < bar) continue;
    let at = found;
    for (; at > 0; at--) {
      const other = best[at - 1] ?? 0;
      const own = sums[other] ?? 0;
      if (own > sum || (own === sum && other < entry)) break;
      best[at] = other;
    }
    if (at === CLOSE) continue;
    best[at] = entry;
    found = Math.min(found + 1, CLOSE);
    if (found === CLOSE) bar = sums[best[CLOSE - 1] ?? 0] ?? 0;
  }
  return Array.from(best.subarray(0, found));
}

interface Compared {
  readonly weight: number;
  readonly explains: number;
  /** Share of her neighbouring words that stand side by side in the name. */
  readonly inOrder: number;
  readonly begins: boolean;
}

function compare(entry: number, { order }: Question, { sequences, starts }: National): Compared {
  const [from, to] = [starts[entry] ?? 0, starts[entry + 1] ?? 0];
  let weight = 0;
  let explains = 0;
  let pairs = 0;
  for (let at = from; at < to; at++) {
    const id = sequences[at] ?? 0;
    const own = weightOf[id] ?? 0;
    if (own === 0) continue;
    if (met[id] !== entry + 1) {
      met[id] = entry + 1;
      weight += own;
      explains += explainsOf[id] ?? 0;
    }
    if (at + 1 < to && paired[id] !== entry + 1 && nextOf[id] === (sequences[at + 1] ?? 0) + 1) {
      paired[id] = entry + 1;
      pairs += 1;
    }
  }
  return {
    weight,
    explains,
    inOrder: order.length < 2 ? 0 : pairs / (order.length - 1),
    begins:
      order.length > 1 && to - from > 1 && order[0] === sequences[from] && order[1] === sequences[from + 1],
  };
}
