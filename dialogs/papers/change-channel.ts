import type { SubmissionChannel } from '#knowledge/schema/ids.ts';
import { changes } from '../resume/changes.ts';
import { shownNow } from '../resume/shown.ts';
import type { Walkthrough } from '../state.ts';
import { type Told, type Turn, walkOf } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { takeUp } from '../walkthrough/walks.ts';

/** She files another way: papers, fee and words of the steps follow, and what changed is said. */
export function changeChannel(turn: Turn, walk: Walkthrough, channel: SubmissionChannel): Told {
  const before = shownNow(turn, walk);
  const mode = walk.mode === 'steps' ? 'steps' : 'papers';
  const taken = takeUp(turn, walk.procedure, { channel, mode, at: null, repeats: 0 });
  const now = walkOf(taken.state, walk.procedure);
  const after = now === null ? before : shownNow(taken, now);
  const lead = [
    turn.voice.words('change.channel', { channel: turn.voice.words(`channel.${channel}`) }),
    ...changes(turn, before, after),
  ].join('\n');
  return toldGoingOn(takeUp(taken, walk.procedure, { shown: after }), [], { lead });
}
