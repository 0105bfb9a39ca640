import { sureTopic } from '../routes/meaning.ts';
import type { Told, Turn } from '../turn.ts';
import { openWalk } from '../walkthrough/walks.ts';
import { offerResume } from './offer-resume.ts';

const PAUSE = 30 * 60_000;

/** She is back and says nothing of weight: go on where she was? */
export function backAfterPause(turn: Turn): Told | null {
  const walk = openWalk(turn.state);
  if (walk === null || !isLong(turn)) return null;
  const topic = sureTopic(turn);
  const outcome = topic === null ? null : turn.release.topics.get(topic)?.outcome;
  const light = outcome === 'smalltalk' || outcome === 'unclear';
  return light || turn.understanding?.confidence === 'unknown' ? offerResume(turn, walk) : null;
}

/** So long since her last message that she may not know where she was. */
const isLong = ({ context }: Turn): boolean =>
  context.lastInAt !== null && context.now - context.lastInAt >= PAUSE;
