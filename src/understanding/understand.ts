import type { Aspect, Outcome } from '#knowledge/schema/ids.ts';
import { askedIn, aspectOf, ofTrouble, type AskedAspect, type TwoAspects } from './askedAspect.ts';
import { besideNational, type Decided } from './besideNational.ts';
import { namedInside } from './namedInside.ts';
import { because } from './because.ts';
import { changedIn } from './changedWords.ts';
import { commandOf } from './commandOf.ts';
import { FOLLOW_UP, NONE } from './documents.ts';
import { openEnglish } from './english.ts';
import { allowedAmong, bestOf, judge, type Allowed, type Verdict } from './judge.ts';
import type { Model } from './model.ts';
import { normalise, normaliseWords } from './normalise.ts';
import { openModel, type OpenModel } from './openModel.ts';
import { follows } from './keepsTopic.ts';
import { findNational } from './national/find.ts';
import { optionOf } from './optionOf.ts';
import { noteSame } from './sameWords.ts';
import { segments } from './segments.ts';
import { mend } from './spelling.ts';
import { words as cut, type Word } from './text.ts';
import type { Candidate, UnderstandContext, Understanding } from './types.ts';
import { unitsIn } from './units.ts';
import { wished } from './wished.ts';
import { withoutDenied } from './denied.ts';
import { numbered } from './wordTable.ts';

/** Opens a model (some tens of milliseconds) and gives the matcher. Pure, synchronous, bounded for any text. */
export function createUnderstand(model: Model): (text: string, context: UnderstandContext) => Understanding {
  const open = openModel(model);
  const readEnglish = openEnglish(model.lexicon);
  return (text, context) => {
    const read = cut(text);
    const english = readEnglish(text, context.lang ?? 'vi', read);
    if (english === null) return understand(read, context, open);
    const { gloss } = english;
    const understood = understand(gloss === null ? read : cut(gloss), context, open);
    return { ...understood, option: optionInEnglish(text, understood, context, open), english };
  };
}

/** Labels on an English screen are English: the words themselves tell which is meant, where nothing is asked. */
function optionInEnglish(
  text: string,
  understood: Understanding,
  context: UnderstandContext,
  model: OpenModel,
): string | null {
  if (context.expects?.kind !== 'option') return understood.option;
  const asks = understood.aspect !== null && understood.aspectP >= ASKS && understood.command === null;
  const { options } = context.expects;
  const read = normalise(text, model.forms, model.isWord);
  return optionOf(read, options, model.options, model.commands, asks) ?? understood.option;
}

function understand(read: readonly Word[], context: UnderstandContext, model: OpenModel): Understanding {
  const message = normaliseWords(read, model.forms, model.isWord);
  const words = numbered(noteSame(mend(message, model.spelling), model.sameWords), model.table);
  const { asked, two } = askedIn(words, model);
  const { expects } = context;
  const command = commandOf(message, model.commands);
  const asks = command === null && asked.aspect !== null && asked.p >= ASKS;
  const option =
    expects?.kind === 'option' ? optionOf(words, expects.options, model.options, model.commands, asks) : null;
  const national = findNational(words, model.national, model.spelling.slips, model.tells);
  const decided = besideNational(decide(words, asked, context, model), words, national, model);
  const aspect = ofTrouble(asked, decided, model);

  return {
    ...decided,
    aspect: aspect.aspect,
    aspectP: aspect.p,
    option,
    command,
    units: unitsIn(message, model.gazetteer, expects?.kind === 'unit'),
    second: secondOf(words, decided.candidates[0]?.topic ?? null, aspect.aspect, two, context, model),
    national,
    changed: changedIn(words, decided.candidates[0]?.topic ?? null, model.changedWords),
    // Staff look at it now and then, turns never: worked out when it is read.
    get because() {
      return because(words, model.topics, decided.candidates[0]?.topic ?? NONE);
    },
  };
}

/** Words of asking drown the topic that is named among them: without them it may be clear, or at least be asked about. */
function besideAsking(
  words: readonly Word[],
  candidates: readonly Candidate[],
  aspect: Aspect | null,
  context: UnderstandContext,
  model: OpenModel,
): Decided {
  const verdicts = judge(words, model.topics, allowedIn(context, model, true));
  const [best] = verdicts;
  const { sure, unknown } = model.topics.thresholds;
  const unsure = { candidates, confidence: 'unsure', outcome: 'clarify', fromContext: false } as const;
  if (best === undefined || best.label === NONE || best.p < unknown) return unsure;
  const named = verdicts.slice(0, 5).map(({ label, p }): Candidate => ({ topic: label, p: round(p) }));
  if (best.p < sure) return { ...unsure, candidates: named };
  return {
    candidates: named,
    confidence: 'sure',
    outcome: outcomeOf(best.label, aspect, model),
    fromContext: false,
  };
}

/** Words first; the conversation's topic only where they name none. */
function decide(
  words: readonly Word[],
  asked: AskedAspect,
  context: UnderstandContext,
  model: OpenModel,
): Decided {
  const { aspect } = asked;
  const allowed = allowedIn(context, model);
  const meant = withoutDenied(words, model.denials);
  const heard = withNamed(meant, judge(meant, model.topics, allowed), context, model);
  const verdicts = wished(meant, heard, allowed, model);
  const [best] = verdicts;
  const named = verdicts.filter(({ label }) => label !== FOLLOW_UP);
  const candidates = withCommonest(named.slice(0, 5), model).map(({ label, p }): Candidate => ({
    topic: label,
    p: round(p),
  }));
  if (best === undefined)
    return { candidates: [], confidence: 'unknown', outcome: 'unclear', fromContext: false };

  const spoken = isSafety(best.label, model) ? null : context.topic;
  const follow = spoken === null ? 'named' : follows(words, asked, verdicts, spoken, model);
  if (spoken !== null && best.label === spoken)
    return { candidates, confidence: 'sure', outcome: outcomeOf(spoken, aspect, model), fromContext: false };
  if (spoken !== null && follow === 'kept') {
    const others = candidates.filter(({ topic }) => topic !== spoken);
    return {
      candidates: [
        { topic: spoken, p: round(Math.max(best.p, 0.8)) },
        ...others.slice(0, 4).map(({ topic, p }) => ({ topic, p: Math.min(p, PASSED_OVER) })),
      ],
      confidence: 'sure',
      outcome: outcomeOf(spoken, aspect, model),
      fromContext: true,
    };
  }
  if (spoken !== null && follow === 'either') candidates.splice(1, 0, { topic: spoken, p: round(best.p) });
  if (best.label === FOLLOW_UP) return besideAsking(words, candidates, aspect, context, model);
  const { unknown } = model.topics.thresholds;
  // A warning too many costs a line; a missing one may cost a life or savings.
  if (
    isSafety(best.label, model) &&
    best.p >= (aspect !== null && unhurried.has(aspect) ? ASKED_SAFETY : SAFETY)
  )
    return { candidates, confidence: 'sure', outcome: 'safety', fromContext: false };
  if (best.label === NONE || best.p < unknown)
    return { candidates, confidence: 'unknown', outcome: 'unclear', fromContext: false };
  if (best.p < leastFor(best, verdicts[1], model))
    return { candidates, confidence: 'unsure', outcome: 'clarify', fromContext: false };
  return {
    candidates,
    confidence: 'sure',
    outcome: outcomeOf(best.label, aspect, model),
    fromContext: false,
  };
}

/** Much talk around it, or many words of asking, drown the name of what is wanted: it is looked for in the parts. */
function withNamed(
  words: readonly Word[],
  verdicts: readonly Verdict[],
  context: UnderstandContext,
  model: OpenModel,
): readonly Verdict[] {
  const [best] = verdicts;
  const { sure } = model.topics.thresholds;
  if (best === undefined || isSafety(best.label, model)) return verdicts;
  const asksOnly = best.label === FOLLOW_UP;
  const kind = model.known.get(best.label)?.kind;
  if (!asksOnly && (best.p >= sure || kind === 'trouble')) return verdicts;
  const talks = words.length >= TALKATIVE;
  // A short message is looked into only for the name that it already seems to hold.
  if (!asksOnly && !talks && kind !== 'procedure') return verdicts;
  const inside = namedInside(words, talks ? 'sentence' : 'name', (part) => {
    const own = bestOf(part, model.topics, allowedIn(context, model));
    if (own === null || own.p < sure || model.known.get(own.label)?.kind !== 'procedure') return null;
    return asksOnly || talks || own.label === best.label ? own : null;
  });
  return inside === null ? verdicts : [inside, ...verdicts.filter(({ label }) => label !== inside.label)];
}

/** Two questions in one line: another topic that is sure, or another aspect of the same. */
function secondOf(
  words: readonly Word[],
  first: string | null,
  aspect: Aspect | null,
  two: TwoAspects | null,
  context: UnderstandContext,
  model: OpenModel,
): Understanding['second'] {
  if (first === null || words.length < 5) return null;
  const joined = segments(words, model.joins);
  const parts = joined.length < 2 ? (two?.parts ?? []) : joined;
  const { sure } = model.topics.thresholds;
  const read = parts.map((part) => {
    const best = bestOf(part, model.topics, allowedIn(context, model));
    const isNamed = best !== null && best.p >= sure && best.label !== NONE && best.label !== FOLLOW_UP;
    return { named: isNamed ? best.label : null, aspect: aspectOf(part, model).aspect };
  });
  const other = read.find(({ named }) => named !== null && named !== first);
  if (other !== undefined && other.named !== null) return { topic: other.named, aspect: other.aspect };
  const more = read.find((part) => part.aspect !== null && aspect !== null && part.aspect !== aspect);
  return more === undefined ? null : { topic: first, aspect: more.aspect };
}

/** Topics of other units' own entries are masked. `named`: so is the bare follow-up. */
function allowedIn({ unit }: UnderstandContext, model: OpenModel, named = false): Allowed {
  const key = `${unit ?? ''}${named ? '+' : ''}`;
  const found = model.allowed.get(key);
  if (found !== undefined) return found;
  const made = allowedAmong(model.topics, (label) => {
    const only = model.known.get(label)?.only ?? null;
    return (only === null || (unit !== null && only.includes(unit))) && !(named && label === FOLLOW_UP);
  });
  model.allowed.set(key, made);
  return made;
}

function outcomeOf(topic: string, aspect: Aspect | null, model: OpenModel): Outcome {
  if (isSafety(topic, model)) return 'safety';
  const outcome = model.known.get(topic)?.outcome ?? 'unclear';
  return outcome === 'offer' && aspect !== null ? 'answer' : outcome;
}

/** A trouble that warns of fraud is a warning, under whichever name it was recognised. */
const isSafety = (topic: string, model: OpenModel): boolean =>
  model.safety.some((head) => model.topics.kin(head, topic));

/** How sure the best must be to be answered at once. */
function leastFor(best: Verdict, next: Verdict | undefined, model: OpenModel): number {
  const { sure } = model.topics.thresholds;
  if (model.loose.has(best.label)) return Math.max(sure, LOOSE);
  return nearBy(best.label, next, model) ? Math.max(sure, SIBLING) : sure;
}

/** The commonest of the matters that are called by each other's names stands among the first three. */
function withCommonest(named: readonly Verdict[], { commonest }: OpenModel): readonly Verdict[] {
  const [best, second, third] = named;
  const head = best === undefined ? undefined : commonest.get(best.label);
  if (best === undefined || second === undefined || third === undefined || head === undefined) return named;
  if ([best, second, third].some(({ label }) => label === head)) return named;
  const others = named.slice(2).filter(({ label }) => label !== head);
  return [best, second, { label: head, p: third.p }, ...others].slice(0, named.length);
}

/**
 * Whether the next best is a matter that residents call by the same name, and not far behind. Who says that name alone means
 * the commonest: others have words of their own, which would bring them nearer.
 */
function nearBy(label: string, next: Verdict | undefined, { siblings, commonest }: OpenModel): boolean {
  const isCommonest = next !== undefined && commonest.get(next.label) === label;
  const behind = isCommonest ? BEHIND_COMMONEST : BEHIND;
  return next !== undefined && next.p >= behind && (siblings.get(label)?.has(next.label) ?? false);
}

/** From here the words ask something, so that they are no mere pick of a button. */
const ASKS = 0.6;
/** Between two such matters it must be very clear which is meant; else it is asked. */
const SIBLING = 0.96;
const LOOSE = 0.99;
const BEHIND = 0.005;
const BEHIND_COMMONEST = 0.03;
const SAFETY = 0.25;
/** Who asks about papers, days or offices is in no danger, unless it is quite clear; money is what frauds ask for. */
const ASKED_SAFETY = 0.7;
const unhurried: ReadonlySet<Aspect> = new Set([
  'ho-so',
  'thoi-han',
  'noi-nop',
  'dieu-kien',
  'cach-nop-online',
  'ket-qua',
]);
/** What sounded likelier than the topic that is kept is not offered as if it were meant. */
const PASSED_OVER = 0.5;
/** Words from which on a message tells more than it asks. */
const TALKATIVE = 14;

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
