import type { Reply } from '#replies/reply.ts';
import { activeWalk, isOpen, type Turn } from '../turn.ts';
import { goOn } from '../walkthrough/continue.ts';

/** Where she is, said once more without counting: what it would do to the state is dropped. null: nothing is open. */
export function resay(turn: Turn, lead?: string): Reply | null {
  const walk = activeWalk(turn.state);
  if (walk === null || !isOpen(walk)) return null;
  const calm = { ...walk, repeats: 0, at: null };
  const walkthroughs = turn.state.walkthroughs.map((other) => (other.id === walk.id ? calm : other));
  return goOn(
    { ...turn, state: { ...turn.state, walkthroughs } },
    lead === undefined ? {} : { lead, brief: true },
  ).reply;
}
