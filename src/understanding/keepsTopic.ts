import type { AskedAspect } from './askedAspect.ts';
import { FOLLOW_UP, NONE } from './documents.ts';
import { bestOf, type Allowed, type Verdict } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { otherWords, withoutWhereabouts } from './otherWords.ts';
import { findRun, standsAt } from './phrases.ts';
import type { Word } from './text.ts';

/**
 * What a message is about that follows a topic. `kept`: the conversation's topic, however its one noun sounds;
 * `named`: another one; `either`: both must be thought of.
 */
export type Follows = 'kept' | 'named' | 'either';

/** A follow-up keeps the topic: "thế lệ phí bao nhiêu", "không có hợp đồng thì sao". A topic named clearly is a new one. */
export function follows(
  words: readonly Word[],
  asked: AskedAspect,
  verdicts: readonly Verdict[],
  topic: string,
  allowed: Allowed,
  model: OpenModel,
): Follows {
  const [best] = verdicts;
  if (best === undefined) return 'named';
  if (best.label === topic) return 'kept';
  const { sure, unknown } = model.topics.thresholds;
  const named = verdicts.find(({ label }) => label !== FOLLOW_UP);
  const isTrouble = named !== undefined && model.known.get(named.label)?.kind === 'trouble';
  const tells = asked.aspect === 'loi-su-co' || asked.aspect === 'trang-thai';
  if (isTrouble && tells && named.p >= unknown) return 'named';
  if (best.label === FOLLOW_UP) return 'kept';

  const opens = model.followUps.some((phrase) => standsAt(words, 0, phrase));
  const pointsBack = opens || model.pointers.some((phrase) => findRun(words, phrase) >= 0);
  const asks = asked.aspect !== null && asked.p >= ASKS;
  if (!asks || !(pointsBack || words.length <= SHORT))
    return asked.aspect !== null && pointsBack && best.p < sure
      ? 'kept'
      : best.p >= sure
        ? 'named'
        : 'either';
  // What went wrong is told in the midst of anything; unless it is asked outright what is allowed, or who may go.
  const outright = asked.p >= OUTRIGHT && asksOfCase(asked) && best.p < CASE;
  if (isTrouble && named.label === best.label && !opens && !outright && best.p >= TROUBLE)
    return best.p >= sure ? 'named' : 'either';
  if (best.label === NONE || asksWhether(words, asked)) return 'kept';
  if (best.p >= leastFor(words, asked, best, model))
    return namedBeside(words, best, allowed, model) ? 'named' : 'kept';
  // Another matter that is half named may well be meant: it is asked about.
  return isMatter(best.label, model) && best.p >= HALF && !asksOfCase(asked) && !opens ? 'either' : 'kept';
}

/** Whether a matter is named also without the words of asking, and by more than where somebody lives. */
function namedBeside(words: readonly Word[], best: Verdict, allowed: Allowed, model: OpenModel): boolean {
  const rest = otherWords(withoutWhereabouts(words, model), model);
  const own = rest.length === 0 ? null : bestOf(rest, model.topics, allowed);
  return own !== null && model.topics.kin(own.label, best.label);
}

/** How sure another topic must be to take over from the one that is spoken of. */
function leastFor(words: readonly Word[], asked: AskedAspect, best: Verdict, model: OpenModel): number {
  const { sure } = model.topics.thresholds;
  const another = model.others.some((phrase) => standsAt(words, 0, phrase));
  if (another && isMatter(best.label, model)) return sure;
  if (asksOfCase(asked)) return CASE;
  // Words that any matter is asked in name none.
  if (!words.some(({ folded }) => model.tells(folded) > 0)) return NEVER;
  return isMatter(best.label, model) ? sure : BESIDE;
}

/** Asks whether her case is allowed, or who may go: names what her case is, not what she wants. */
const asksOfCase = ({ aspect }: AskedAspect): boolean =>
  aspect === 'dieu-kien' || aspect === 'nguoi-khac-nop-ho';

/** "Có cần giấy độc thân không" asks for a paper of this matter, not for the matter that makes the paper. */
const asksWhether = (words: readonly Word[], { aspect }: AskedAspect): boolean =>
  aspect === 'ho-so' &&
  words.some(({ folded }) => folded === 'khong') &&
  !words.some(({ folded }) => WHICH.has(folded));

/** A procedure, or a matter that is sent elsewhere; general questions are parts of any matter. */
function isMatter(label: string, model: OpenModel): boolean {
  const topic = model.known.get(label);
  return topic?.kind === 'procedure' || topic?.outcome === 'redirect' || topic?.outcome === 'handover';
}

/** From here a trouble is heard in the midst of a matter, and from here something is asked outright. */
const TROUBLE = 0.5;
const OUTRIGHT = 0.95;
/** From here the words ask something. */
const ASKS = 0.5;
/** Words up to which a question may be a follow-up without pointing back. */
const SHORT = 10;
const HALF = 0.6;
/** A general question, and one about her case, must be this sure to be a matter of its own. */
const BESIDE = 0.93;
const CASE = 0.97;
const NEVER = 2;
const WHICH: ReadonlySet<string> = new Set(['gi', 'chi', 'nao', 'nhung']);
