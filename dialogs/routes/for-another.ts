import { answerTopic } from '../answer/answer-topic.ts';
import { helper } from '../helper/helper.ts';
import type { Told, Turn } from '../turn.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { asksSomething } from '../words/asks.ts';
import { sureTopic } from './meaning.ts';

/** She does it for somebody else: remembered, and the rest of the message is read where it says something. */
export function doneForAnother(turn: Turn, read: (turn: Turn) => Told | null): Told | null {
  const named = turn.understanding?.fromContext === true ? null : sureTopic(turn);
  const rest = (next: Turn): Told | null => {
    const likely = named === null ? likelyProcedure(next) : null;
    if (likely !== null && next.state.pending?.kind !== 'question') return answerTopic(next, likely, null);
    // A general topic that nobody asks about is only what the words of helping sound like.
    const matter = named !== null && (!turn.release.topics.has(named) || asksSomething(turn));
    const says = matter || next.understanding?.option != null || next.state.pending?.kind === 'question';
    return says ? read(next) : null;
  };
  return helper(turn, named, rest);
}

/** The words of helping cloud what the matter is: one procedure far ahead of the rest is taken. */
const FAR = 5;
const CLOUDED = 0.3;
function likelyProcedure(turn: Turn): string | null {
  const [best, next] = turn.understanding?.candidates ?? [];
  if (best === undefined || turn.understanding?.fromContext === true) return null;
  const ahead = best.p >= CLOUDED && best.p >= FAR * (next?.p ?? 0);
  return ahead && procedureOf(turn, best.topic) !== undefined ? best.topic : null;
}
