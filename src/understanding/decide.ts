import type { Aspect } from '#knowledge/schema/ids.ts';
import type { AskedAspect } from './askedAspect.ts';
import { besideAsking } from './besideAsking.ts';
import type { Decided } from './besideNational.ts';
import { withoutCourtesy } from './courtesy.ts';
import { withoutDenied } from './denied.ts';
import { FOLLOW_UP, NONE } from './documents.ts';
import { judge, type Verdict } from './judge.ts';
import { follows } from './keepsTopic.ts';
import { leastFor } from './leastFor.ts';
import { allowedIn } from './allowedIn.ts';
import type { OpenModel } from './openModel.ts';
import { isSafety, outcomeOf } from './outcomeOf.ts';
import type { Word } from './text.ts';
import type { Candidate, UnderstandContext } from './types.ts';
import { wished } from './wished.ts';
import { withNamed } from './withNamed.ts';

/** Which topic is meant, and how surely. Words first; the conversation's topic only where they name none. */
export function decide(
  words: readonly Word[],
  asked: AskedAspect,
  context: UnderstandContext,
  model: OpenModel,
): Decided {
  const { aspect } = asked;
  const allowed = allowedIn(context, model);
  const meant = withoutDenied(withoutCourtesy(words, model.courtesies), model.denials);
  const all = judge(meant, model.topics, allowed);
  // A bare follow-up is no other matter: where nothing is spoken of, it is no rival of what is named.
  const rivals =
    context.topic === null && all[0]?.label !== FOLLOW_UP
      ? judge(meant, model.topics, allowedIn(context, model, true))
      : all;
  const heard = withNamed(meant, rivals, context, model);
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
  const follow =
    spoken === null
      ? 'named'
      : follows(words, asked, verdicts, spoken, allowedIn(context, model, true), model);
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
  if (best.label === FOLLOW_UP) return besideAsking(meant, candidates, aspect, context, model);
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

/** The commonest of the matters that are called by each other's names stands among the first three. */
function withCommonest(named: readonly Verdict[], { commonest }: OpenModel): readonly Verdict[] {
  const [best, second, third] = named;
  const head = best === undefined ? undefined : commonest.get(best.label);
  if (best === undefined || second === undefined || third === undefined || head === undefined) return named;
  if ([best, second, third].some(({ label }) => label === head)) return named;
  const others = named.slice(2).filter(({ label }) => label !== head);
  return [best, second, { label: head, p: third.p }, ...others].slice(0, named.length);
}

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

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
