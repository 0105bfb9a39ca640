import type { SubmissionChannel } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { type Told, type Turn, walkOf, withState } from '../turn.ts';
import { presetCase } from '../helper/presets.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { takeUp } from '../walkthrough/walks.ts';
import { shownNow } from '../resume/shown.ts';

/** "Giấy tờ của tôi": the questions of her case, then her checklist. */
export function beginPapers(turn: Turn, procedure: Procedure): Told {
  const taken = takeUp(turn, procedure.id, { mode: 'papers', channel: channelOf(turn, procedure) });
  const { turn: preset } = presetCase(taken, procedure, turn.state.helping);
  return toldGoingOn(withState(preset, { misunderstood: 0 }));
}

/** "Bắt đầu từng bước": the first step at once, or where she was. One that was finished begins anew. */
export function beginSteps(turn: Turn, procedure: Procedure): Told {
  const before = walkOf(turn.state, procedure.id);
  const again = before?.mode === 'finished' ? { done: [] } : {};
  const channel = channelOf(turn, procedure);
  const begun = takeUp(turn, procedure.id, { mode: 'steps', channel, at: null, repeats: 0, ...again });
  const { turn: taken } = presetCase(begun, procedure, turn.state.helping);
  const walk = walkOf(taken.state, procedure.id);
  const remembered = walk === null ? taken : takeUp(taken, procedure.id, { shown: shownNow(taken, walk) });
  return toldGoingOn(withState(remembered, { misunderstood: 0 }));
}

/** Online is what this is for; she can say that she files at the counter. */
function channelOf(turn: Turn, procedure: Procedure): SubmissionChannel {
  if (procedure.online.entry === 'counter-only') return 'counter';
  return walkOf(turn.state, procedure.id)?.channel ?? 'online';
}
