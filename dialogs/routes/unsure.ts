import { readAspect } from '../answer/answer-topic.ts';
import { clarify, HARDLY } from '../clarify/clarify.ts';
import { exampleTopics } from '../start/menu.ts';
import { activeWalk, isOpen, textOf, withState, type Told, type Turn } from '../turn.ts';
import { wordsOf } from '../words/fold.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';

/** A guess below this says hardly more than none. */
const FAINT = 0.3;

export function unsure(turn: Turn): Told | null {
  const { understanding } = turn;
  if (understanding?.confidence !== 'unsure') return null;
  const likely = understanding.candidates
    .filter(({ topic, p }) => topic !== 'none' && p >= HARDLY)
    .map(({ topic }) => topic);
  const aspect = readAspect(understanding.aspect);
  // "Cần giấy gì" names nothing: one faint guess at the matter is no better than asking for it.
  const [best] = understanding.candidates;
  const faint = aspect !== null && (best?.p ?? 0) < FAINT && wordsOf(textOf(turn.event)).length <= 3;
  const told =
    likely.length > 1 || (likely.length === 1 && !faint)
      ? clarify(turn, likely, aspect)
      : aspect === null
        ? null
        : aboutWhat(turn, aspect);
  const walk = activeWalk(turn.state);
  if (told === null || walk === null || !isOpen(walk)) return told;
  // Her place is not lost over a question back: the buttons of the step stay under it.
  return {
    ...told,
    state: withState(turn, { misunderstood: told.state.misunderstood, pending: told.state.pending }).state,
  };
}

/** She asks something and names nothing: what the bot asked about last, else what it knows best. */
function aboutWhat(turn: Turn, aspect: Aspect): Told | null {
  const { pending } = turn.state;
  const asked =
    pending?.kind === 'clarify'
      ? pending.topics
      : pending?.kind === 'unit' && pending.topic !== null
        ? [pending.topic]
        : [];
  return clarify(turn, asked.length > 0 ? asked : exampleTopics(turn), aspect, 'clarify.about-what');
}
