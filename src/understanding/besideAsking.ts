import type { Aspect } from '#knowledge/schema/ids.ts';
import { allowedIn } from './allowedIn.ts';
import type { Decided } from './besideNational.ts';
import { NONE } from './documents.ts';
import { judge, type Verdict } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { otherWords } from './otherWords.ts';
import { outcomeOf } from './outcomeOf.ts';
import type { Word } from './text.ts';
import type { Candidate, UnderstandContext } from './types.ts';

/** Words of asking drown the topic that is named among them: without them it may be clear, or at least be asked about. */
export function besideAsking(
  words: readonly Word[],
  candidates: readonly Candidate[],
  aspect: Aspect | null,
  context: UnderstandContext,
  model: OpenModel,
): Decided {
  const allowed = allowedIn(context, model, true);
  const { sure, unknown } = model.topics.thresholds;
  const whole = judge(words, model.topics, allowed);
  if (isNamed(whole, sure)) {
    const outcome = outcomeOf(whole[0].label, aspect, model);
    return { candidates: candidatesOf(whole), confidence: 'sure', outcome, fromContext: false };
  }
  const others = otherWords(words, model);
  const rest = judge(others, model.topics, allowed);
  // What is left is a few words out of their sentence: it is asked about, however sure it sounds.
  // Where nothing is left, nothing is named: which matter is asked openly.
  const named =
    others.length === 0 ? undefined : [whole, rest].find((verdicts) => isNamed(verdicts, unknown));
  return {
    candidates: named === undefined ? candidates : candidatesOf(named, sure - STEP),
    confidence: 'unsure',
    outcome: 'clarify',
    fromContext: false,
  };
}

const isNamed = (verdicts: readonly Verdict[], least: number): verdicts is readonly [Verdict, ...Verdict[]] =>
  verdicts[0] !== undefined && verdicts[0].label !== NONE && verdicts[0].p >= least;

const candidatesOf = (verdicts: readonly Verdict[], most = 1): readonly Candidate[] =>
  verdicts.slice(0, 5).map(({ label, p }) => ({ topic: label, p: round(Math.min(p, most)) }));

/** How far below "sure" that is put which is asked. */
const STEP = 0.01;

const round = (p: number): number => Math.round(p * 1e4) / 1e4;
