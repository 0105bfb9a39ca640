import { sureTopic } from '../routes/meaning.ts';
import type { Turn } from '../turn.ts';

const PREFIX = 'trouble:';
/** The trouble that a topic is; null: it is none. */
export const troubleIn = (topic: string): string | null =>
  topic.startsWith(PREFIX) ? topic.slice(PREFIX.length) : null;

/** Who says that something fails is shown the likeliest trouble, also where it is not sure. */
export const LIKELY_TROUBLE = 0.2;

/** The trouble that a message most likely describes by its own words; null: none. */
export function likelyTrouble(turn: Turn): string | null {
  const { understanding } = turn;
  const [best] = understanding?.candidates ?? [];
  const likely = best !== undefined && best.p >= LIKELY_TROUBLE && understanding?.fromContext === false;
  const topic = sureTopic(turn) ?? (likely ? best.topic : null);
  return topic === null ? null : troubleIn(topic);
}
