import { caseKey, keptByRelease } from '#knowledge/facts/remember.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { unitOf, type Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';
import { composeAspect } from './answer-aspect.ts';
import type { Composed } from './composed.ts';

/** For each release. An answer is some kilobytes, and most residents ask the same about the same. */
const MOST = 500;

const kept = keptByRelease<Composed>(MOST);

/** The answer to one aspect for her case: composed once, and given to everybody whose case is the same. */
export function aspectAnswer(turn: Turn, procedure: Procedure, aspect: Aspect, short: boolean): Composed {
  const at = caseOf(turn, procedure.id);
  const key = caseKey(at, procedure.scope, turn.voice.lang, unitOf(turn), aspect, short ? 'short' : '');
  return kept(turn.release, key, () => composeAspect(turn, procedure, aspect, short));
}
