import { sureTopic } from '../routes/meaning.ts';
import type { Turn } from '../turn.ts';

const PREFIX = 'trouble:';
/** As for whoever says that something fails (routes/text.ts). */
const LIKELY = 0.2;

/** The trouble that a message most likely describes by its own words; null: none. */
export function likelyTrouble(turn: Turn): string | null {
  const { understanding } = turn;
  const [best] = understanding?.candidates ?? [];
  const likely = best !== undefined && best.p >= LIKELY && understanding?.fromContext === false;
  const topic = sureTopic(turn) ?? (likely ? best.topic : null);
  return topic?.startsWith(PREFIX) === true ? topic.slice(PREFIX.length) : null;
}
