import { answer } from '../answer/answer.ts';
import { answerTopic, readAspect } from '../answer/answer-topic.ts';
import { notAnswered } from '../papers/not-answered.ts';
import { activeWalk, recordOf, type Told, type Turn } from '../turn.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { asksSomething } from '../words/asks.ts';
import type { Aspect, Outcome } from '#knowledge/schema/ids.ts';
import type { Understanding } from '#understanding/types.ts';
import { sureTopic } from './meaning.ts';
import { resay } from './resay.ts';

/** What general topics about other matters come to. */
const matters: ReadonlySet<Outcome | undefined> = new Set(['answer', 'redirect']);

/** Surely about something: answered, or offered. */
export function aboutTopic(turn: Turn): Told | null {
  const topic = sureTopic(turn);
  const { understanding } = turn;
  if (topic === null || understanding === null) return null;
  const aspect = aspectMeant(understanding);
  const procedure = procedureOf(turn, topic);
  // "Vợ chồng em cưới rồi" tells of her case where a question is open; the other matter is one tap away.
  const tells = turn.state.pending?.kind === 'question' && aspect === null && !asksSomething(turn);
  if (procedure === undefined && tells && matters.has(turn.release.topics.get(topic)?.outcome))
    return notAnswered(turn);
  if (procedure === undefined) return answerTopic(turn, topic, aspect);
  if (aspect === null) return nameOnly(turn, topic);
  const { second } = understanding;
  const other = second?.topic === topic ? readAspect(second.aspect) : null;
  // "Where are you stuck?" under an answer would be a second question, not a second answer.
  const also = other === null || other === aspect || other === 'loi-su-co' ? [] : [other];
  return answer(turn, procedure, [aspect, ...also]);
}

/** A name alone must not be taken for a question about it; what follows up on the conversation asks something. */
const ASKS = 0.65;
const FOLLOWS = 0.8;
/** Two questions in a line pull at each other: each is sure by itself. */
const OF_TWO = 0.3;
function aspectMeant({ aspect, aspectP, fromContext, second, candidates }: Understanding): Aspect | null {
  const two = second != null && second.topic === candidates[0]?.topic;
  return aspectP >= (two ? OF_TWO : fromContext ? FOLLOWS : ASKS) ? readAspect(aspect) : null;
}

const SWITCHES = 0.96;
/** Only the name: offered; the one she is walking through is shown where she is. */
function nameOnly(turn: Turn, topic: string): Told | null {
  const { understanding, state } = turn;
  if (understanding?.fromContext === true) return null;
  const active = activeWalk(state);
  // Told at a question of her case ("2 vc e cuoi r"), another matter's words are more likely about her than a new wish.
  const certain = (understanding?.candidates[0]?.p ?? 0) >= SWITCHES;
  if (state.pending?.kind === 'question' && active?.procedure !== topic && !certain) return null;
  const here = active !== null && active.mode === 'steps' && active.procedure === topic ? resay(turn) : null;
  if (here !== null) return { state: turn.state, replies: [here], record: recordOf('offer', topic) };
  return answerTopic(turn, topic, null);
}
