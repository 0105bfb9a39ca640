import { aspectSchema, type Aspect } from '#knowledge/schema/ids.ts';
import type { Decided } from './besideNational.ts';
import { bestOf } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { allAsked, askedBy } from './askedBy.ts';
import type { Word } from './text.ts';

/** What about a topic a message asks; null: it does not say. */
export interface AskedAspect {
  readonly aspect: Aspect | null;
  readonly p: number;
}

const nothing: AskedAspect = { aspect: null, p: 0 };
const aspects: ReadonlyMap<string, Aspect> = new Map(aspectSchema.options.map((aspect) => [aspect, aspect]));

/** Two questions said in one breath: the halves of the message, and what the first asks. */
export interface TwoAspects {
  readonly parts: readonly (readonly Word[])[];
  readonly first: AskedAspect;
}

/** What a whole message asks, and where it is torn between two questions, its halves. */
export function askedIn(
  words: readonly Word[],
  model: OpenModel,
): { readonly asked: AskedAspect; readonly two: TwoAspects | null } {
  const whole = atTheEnd(words, aspectOf(words, model), model);
  const short = words.length <= ONE_BREATH;
  const torn = short ? [...allAsked(words, model.asking)].filter((one) => facts.has(one)) : [];
  const two = whole.p >= BOTH && torn.length < 2 ? null : twoAspects(words, model);
  return { asked: two !== null && (whole.aspect === null || torn.length > 1) ? two.first : whole, two };
}

export function aspectOf(words: readonly Word[], model: OpenModel): AskedAspect {
  const outright = askedBy(words, model.asking);
  if (outright !== null) return { aspect: outright, p: SAID };
  const best = bestOf(words, model.aspects, null);
  const aspect = best === null ? undefined : aspects.get(best.label);
  const guessed = best !== null && aspect !== undefined && aspect !== 'khac' && best.p >= LEAST_ASPECT;
  if (guessed) return { aspect, p: round(best.p) };
  const hinted = askedBy(words, model.hints);
  return hinted === null ? nothing : { aspect: hinted, p: HINTED };
}

/** Who describes a trouble asks about it, whatever else the words sound like. */
export function ofTrouble(
  asked: AskedAspect,
  { candidates, confidence }: Decided,
  model: OpenModel,
): AskedAspect {
  const best = candidates[0];
  const trouble =
    best !== undefined && model.known.get(best.topic)?.kind === 'trouble' && confidence !== 'unknown';
  // What is asked outright is asked: "đăng ký mức 2 ở đâu".
  const outright = asked.aspect !== null && plain.has(asked.aspect) && asked.p >= OUTRIGHT;
  const usual = best === undefined || asked.aspect !== null ? undefined : model.usual.get(best.topic);
  if (usual !== undefined && confidence === 'sure') return { aspect: usual, p: HINTED };
  return trouble && !outright ? { aspect: 'loi-su-co', p: Math.max(asked.p, best.p) } : asked;
}

/** Who talks at length asks at the end; what was told before drowns it. */
function atTheEnd(words: readonly Word[], whole: AskedAspect, model: OpenModel): AskedAspect {
  if (words.length < TALKATIVE) return whole;
  const outright = askedBy(words.slice(-ENDING), model.asking);
  if (outright !== null) return { aspect: outright, p: SAID };
  if (whole.p >= BOTH) return whole;
  const end = aspectOf(words.slice(-ENDING), model);
  return end.aspect !== null && end.p >= BOTH ? end : whole;
}

/** Where the message is cut so that each half asks surely something else: "phí nhiêu mấy ngày có". */
function twoAspects(words: readonly Word[], model: OpenModel): TwoAspects | null {
  if (words.length > ONE_BREATH) return null;
  let best: { readonly two: TwoAspects; readonly p: number } | null = null;
  for (let at = 2; at <= words.length - 2; at += 1) {
    const parts = [words.slice(0, at), words.slice(at)];
    const [left, right] = parts.map((part) => aspectOf(part, model));
    if (left?.aspect == null || right?.aspect == null || left.aspect === right.aspect) continue;
    const p = Math.min(left.p, right.p);
    if (p >= BOTH && p > (best?.p ?? 0)) best = { two: { parts, first: left }, p };
  }
  return best?.two ?? null;
}

/** Longest message, in words, that is cut in two, and how sure both halves must be. */
const ONE_BREATH = 14;
const BOTH = 0.8;
/** Words from which on a message tells more than it asks, and how many of its last ones are looked at then. */
const TALKATIVE = 14;
const ENDING = 8;
/** How far an outright wording of asking is believed. */
const SAID = 0.95;
const HINTED = 0.5;
/** Below this an aspect is a guess; a wrong one costs little, because the topic is told with it. */
const LEAST_ASPECT = 0.3;
/** Asked outright in words that troubles are not told in. */
const OUTRIGHT = 0.8;
/** What is told in one line each: two of them are often asked in one breath. */
const facts: ReadonlySet<Aspect> = new Set(['ho-so', 'noi-nop', 'le-phi', 'thoi-han']);
const plain: ReadonlySet<Aspect> = new Set(['noi-nop', 'le-phi', 'thoi-han']);

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
