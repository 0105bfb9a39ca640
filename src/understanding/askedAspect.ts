import { aspectSchema, type Aspect } from '#knowledge/schema/ids.ts';
import { askedBy, asksIn, type Asked } from './askedBy.ts';
import type { Decided } from './besideNational.ts';
import { bestOf, type Verdict } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import type { Word } from './text.ts';

/** What about a topic a message asks; null: it does not say. */
export interface AskedAspect {
  readonly aspect: Aspect | null;
  readonly p: number;
  /** What else is asked in the same breath. */
  readonly also: Aspect | null;
  /** What is asked most likely, where the words hardly say: told to staff, never acted on. */
  readonly guess: Aspect | null;
}

/**
 * Told in this order: a wording of asking that stands in the words; of two questions the first; what the words are most
 * like; a single word. Who talks at length asks at the end: what was told before drowns it.
 */
export function askedIn(words: readonly Word[], model: OpenModel): AskedAspect {
  const asked = lastAsked(asksIn(words, model.asking));
  const [first] = asked;
  if (first !== undefined) {
    const also = asked.find(({ aspect }) => aspect !== first.aspect)?.aspect ?? null;
    return { aspect: first.aspect, p: SAID, also, guess: first.aspect };
  }
  const whole = likely(words, model);
  if (words.length < TALKATIVE || whole.p >= SURELY) return whole;
  const end = likely(words.slice(-ENDING), model);
  return end.aspect !== null && end.p >= SURELY ? end : whole;
}

/** What a part of a message asks. */
export function aspectOf(words: readonly Word[], model: OpenModel): Aspect | null {
  return askedBy(words, model.asking) ?? likely(words, model).aspect;
}

/** Who describes a trouble asks about it, whatever else the words sound like. */
export function ofTrouble(
  asked: AskedAspect,
  { candidates, confidence }: Decided,
  model: OpenModel,
): AskedAspect {
  const best = candidates[0];
  if (best === undefined) return asked;
  const trouble = model.known.get(best.topic)?.kind === 'trouble' && confidence !== 'unknown';
  // What is asked outright is asked: "đăng ký mức 2 ở đâu".
  const outright = asked.aspect !== null && plain.has(asked.aspect) && asked.p >= SURELY;
  const usual = model.usual.get(best.topic);
  if (usual !== undefined && asked.aspect === null)
    return confidence === 'sure'
      ? { ...asked, aspect: usual, p: HINTED, guess: usual }
      : { ...asked, guess: asked.guess ?? usual };
  return trouble && !outright
    ? { ...asked, aspect: 'loi-su-co', p: Math.max(asked.p, best.p), guess: 'loi-su-co' }
    : asked;
}

/** The questions that stand together at the end. */
function lastAsked(asked: readonly Asked[]): readonly Asked[] {
  let from = asked.length - 1;
  while (from > 0 && (asked[from]?.from ?? 0) - (asked[from - 1]?.to ?? 0) <= TOGETHER) from -= 1;
  return asked.slice(Math.max(from, 0));
}

/** What the words are most like, where nothing is asked outright. */
function likely(words: readonly Word[], model: OpenModel): AskedAspect {
  const best = bestOf(words, model.aspects, null);
  const aspect = best === null ? null : aspectIn(best);
  const hinted = askedBy(words, model.hints);
  if (best !== null && aspect !== null && best.p >= LEAST_ASPECT)
    return { aspect, p: round(best.p), also: null, guess: aspect };
  if (hinted !== null) return { aspect: hinted, p: HINTED, also: null, guess: hinted };
  return { aspect: null, p: 0, also: null, guess: aspect };
}

const aspects: ReadonlyMap<string, Aspect> = new Map(
  aspectSchema.options.flatMap((aspect) => (aspect === 'khac' ? [] : [[aspect, aspect] as const])),
);
const aspectIn = ({ label }: Verdict): Aspect | null => aspects.get(label) ?? null;

/** Words from which on a message tells more than it asks, and how many of its last ones are looked at then. */
const TALKATIVE = 14;
const ENDING = 8;
/** Words that may stand between two questions asked in one breath. */
const TOGETHER = 8;
/** How far an outright wording of asking is believed. */
const SAID = 0.95;
const SURELY = 0.8;
const HINTED = 0.5;
/** Below this an aspect is a guess; a wrong one costs little, because the topic is told with it. */
const LEAST_ASPECT = 0.3;
/** What is asked in words that troubles are not told in. */
const plain: ReadonlySet<Aspect> = new Set(['noi-nop', 'le-phi', 'thoi-han']);

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
