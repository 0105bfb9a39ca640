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
  const all = asksIn(words, model.asking);
  const asked = words.length < LETTER ? all : lastAsked(all);
  const [first] = asked;
  if (first?.aspect === 'khac') return hinted(words, model) ?? nothing;
  if (first !== undefined) {
    const also = asked.find(({ aspect }) => aspect !== first.aspect)?.aspect ?? null;
    return { aspect: first.aspect, p: SAID, also, guess: first.aspect };
  }
  const whole = likely(words, model);
  // Also where they surely ask nothing in particular.
  if (words.length < TALKATIVE || (bestOf(words, model.aspects, null)?.p ?? 0) >= SURELY) return whole;
  const end = likely(words.slice(-ENDING), model);
  return end.aspect !== null && end.p >= SURELY ? end : whole;
}

/** What a part of a message asks. */
export function aspectOf(words: readonly Word[], model: OpenModel): Aspect | null {
  const said = askedBy(words, model.asking) ?? likely(words, model).aspect;
  return said === 'khac' ? null : said;
}

/** Who describes a trouble asks about it, whatever else the words sound like. */
export function ofTrouble(
  asked: AskedAspect,
  { candidates, confidence }: Decided,
  model: OpenModel,
): AskedAspect {
  const best = candidates[0];
  if (best === undefined) return asked;
  const trouble =
    model.known.get(best.topic)?.kind === 'trouble' && confidence !== 'unknown' && best.p >= LIKELY;
  // What is asked outright is asked: "đăng ký mức 2 ở đâu".
  const outright = asked.aspect !== null && asked.p >= SURELY && best.p < (yields[asked.aspect] ?? 0);
  if (trouble && !outright)
    return { ...asked, aspect: 'loi-su-co', p: Math.max(asked.p, best.p), guess: 'loi-su-co' };
  const usual = model.usual.get(best.topic);
  if (usual === undefined || asked.p > HINTED) return asked;
  return confidence === 'sure'
    ? { ...asked, aspect: usual, p: HINTED, guess: usual }
    : { ...asked, guess: usual };
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
  if (best !== null && aspect !== null && best.p >= LEAST_ASPECT)
    return { aspect, p: round(best.p), also: null, guess: aspect };
  return hinted(words, model) ?? { ...nothing, guess: aspect };
}

/** A single word to go by. */
function hinted(words: readonly Word[], model: OpenModel): AskedAspect | null {
  const aspect = askedBy(words, model.hints);
  return aspect === null ? null : { aspect, p: HINTED, also: null, guess: aspect };
}

const nothing: AskedAspect = { aspect: null, p: 0, also: null, guess: null };
const aspects: ReadonlyMap<string, Aspect> = new Map(
  aspectSchema.options.flatMap((aspect) => (aspect === 'khac' ? [] : [[aspect, aspect] as const])),
);
const aspectIn = ({ label }: Verdict): Aspect | null => aspects.get(label) ?? null;

/** Words from which on a message tells more than it asks, and how many of its last ones are looked at then. */
const TALKATIVE = 14;
const ENDING = 8;
/** Words from which on a message is a letter. */
const LETTER = 24;
/** Words that may stand between two questions asked in one breath. */
const TOGETHER = 8;
/** How far an outright wording of asking is believed. */
const SAID = 0.95;
const SURELY = 0.8;
const HINTED = 0.5;
/** A trouble that is less likely is no more than a shared word. */
const LIKELY = 0.25;
/** Below this an aspect is a guess; a wrong one costs little, because the topic is told with it. */
const LEAST_ASPECT = 0.3;
/** How likely a trouble must be, to be meant by who asks this outright; never, where troubles are not told in such words. */
const yields: Readonly<Partial<Record<Aspect, number>>> = {
  'noi-nop': 1.1,
  'le-phi': 1.1,
  'thoi-han': 1.1,
  'nguoi-khac-nop-ho': 1.1,
  'trang-thai': 1.1,
  'dieu-kien': 0.5,
};

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
