import type { Outcome } from '#knowledge/schema/ids.ts';
import { readChoice } from '../choices/ids.ts';
import type { Turn } from '../turn.ts';
import { wordsOf } from '../words/fold.ts';
import { asideOf } from '../walkthrough/walks.ts';

/** Asking "did you mean a greeting?" is sillier than greeting: these are answered when merely likely. */
const harmless: ReadonlySet<Outcome> = new Set(['smalltalk', 'refuse', 'handover', 'safety', 'unclear']);
const LIKELY = 0.6;
const BEGUN = 0.4;

/** The topic that is surely meant; null where understanding is not sure or the words fit none. */
export function sureTopic(turn: Turn): string | null {
  const { understanding } = turn;
  const aside = understanding?.candidates.find(
    ({ topic, p }, place) =>
      p >= LIKELY && (place === 0 || understanding.fromContext) && isAside(turn, topic),
  );
  if (aside !== undefined) return aside.topic;
  const [best, next] = understanding?.candidates ?? [];
  // What she has begun and set aside is far likelier than what she never spoke of.
  const begun = best !== undefined && best.p >= BEGUN && best.p >= 2 * (next?.p ?? 0);
  if (begun && asideOf(turn.state).some(({ procedure }) => procedure === best.topic)) return best.topic;
  if (understanding?.confidence !== 'sure' || best === undefined || best.topic === 'none') return null;
  return best.topic;
}

/** What stands beside every procedure: troubles, small talk, warnings. The procedure in hand does not swallow them. */
function isAside(turn: Turn, topic: string): boolean {
  if (topic.startsWith('trouble:')) return turn.understanding?.confidence === 'sure';
  const outcome = turn.release.topics.get(topic)?.outcome;
  return outcome !== undefined && harmless.has(outcome);
}

/** Choice meant by her words: read by understanding, or a bare number of the choices shown last. */
export function choiceMeant(turn: Turn): string | null {
  const { understanding, state, event } = turn;
  if (understanding?.option != null && !namesAnother(turn, understanding.option)) return understanding.option;
  const number =
    event.kind === 'text' ? /^\s*(?:số\s*)?(\d{1,2})\s*[.)]?\s*$/i.exec(event.text)?.[1] : undefined;
  return number === undefined ? null : (state.choices[Number(number) - 1] ?? null);
}

/** "Đăng ký thường trú" shares words with the button "Đăng ký tạm trú"; who names another matter surely does not tap it. */
function namesAnother(turn: Turn, option: string): boolean {
  const tapped = readChoice(option);
  const { understanding, event } = turn;
  if (tapped?.verb !== 'topic' || event.kind !== 'text' || wordsOf(event.text).length < 3) return false;
  const sure = understanding?.confidence === 'sure' && !understanding.fromContext;
  const best = understanding?.candidates[0]?.topic;
  return sure && best !== undefined && best !== tapped.args[0] && !isAside(turn, best);
}
