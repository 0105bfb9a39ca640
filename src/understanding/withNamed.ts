import { FOLLOW_UP } from './documents.ts';
import { clearIn } from './clearIn.ts';
import type { Verdict } from './judge.ts';
import { allowedIn } from './allowedIn.ts';
import { namedInside } from './namedInside.ts';
import type { OpenModel } from './openModel.ts';
import { isSafety } from './outcomeOf.ts';
import type { Word } from './text.ts';
import type { UnderstandContext } from './types.ts';

/** Much talk around it, or many words of asking, drown the name of what is wanted: it is looked for in the parts. */
export function withNamed(
  words: readonly Word[],
  verdicts: readonly Verdict[],
  context: UnderstandContext,
  model: OpenModel,
): readonly Verdict[] {
  const [best] = verdicts;
  const { sure, unknown } = model.topics.thresholds;
  if (best === undefined || isSafety(best.label, model)) return verdicts;
  const asksOnly = best.label === FOLLOW_UP;
  const kind = model.known.get(best.label)?.kind;
  if (!asksOnly && (best.p >= sure || kind === 'trouble')) return verdicts;
  const talks = words.length >= TALKATIVE;
  // A short message is looked into only for the name that it already seems to hold.
  if (!asksOnly && !talks && kind !== 'procedure') return verdicts;
  const inside = namedInside(words, talks ? 'sentence' : 'name', (part) => {
    const wanted = asksOnly || talks ? null : best.label;
    return clearIn(part, model.topics, allowedIn(context, model), sure, wanted);
  });
  // Of two that are called by each other's names the whole message knows better which: its other words tell them apart.
  const isSibling = inside !== null && (model.siblings.get(best.label)?.has(inside.label) ?? false);
  if (inside === null || isSibling) return verdicts;
  // Where the whole names another matter, however faintly, which of the two is meant is asked.
  const isTorn = !asksOnly && best.p >= unknown && !model.topics.kin(best.label, inside.label);
  const first = isTorn ? { ...inside, p: Math.min(inside.p, sure - STEP) } : inside;
  return [first, ...verdicts.filter(({ label }) => label !== inside.label)];
}

/** Words from which on a message tells more than it asks. */
const TALKATIVE = 14;
/** How far below "sure" that is put which is asked. */
const STEP = 0.01;
