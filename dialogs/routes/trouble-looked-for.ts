import { LIKELY_TROUBLE } from '../trouble/likely-trouble.ts';
import { pickTrouble, showTrouble } from '../trouble/trouble.ts';
import type { Told, Turn } from '../turn.ts';

/** She was asked where she is stuck, or says that something fails: the likeliest trouble is taken even when it is not sure. */
export function troubleLookedFor(turn: Turn): Told | null {
  const { understanding, state } = turn;
  if (understanding === null) return null;
  const { candidates, confidence, fromContext, aspect } = understanding;
  const complains = aspect === 'loi-su-co' && (fromContext || confidence !== 'sure');
  const looking = complains || (state.pending?.kind === 'trouble-pick' && confidence !== 'sure');
  if (!looking) return null;
  const trouble = candidates.find(({ topic, p }) => topic.startsWith('trouble:') && p >= LIKELY_TROUBLE);
  if (trouble !== undefined) return showTrouble(turn, trouble.topic.slice('trouble:'.length));
  return fromContext ? pickTrouble(turn) : null;
}
