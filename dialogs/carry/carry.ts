import type { Carried } from '#turns/ports.ts';
import { menuChoices } from '../start/menu.ts';
import type { State, Walkthrough } from '../state.ts';
import { isOpen, recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { readState } from '../upgrade.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { adopt, openWalk, procedureOf, takeUp } from '../walkthrough/walks.ts';

/** She goes on here with what she began elsewhere, by a code. */
export function carry(turn: Turn, carried: Carried): Told {
  if (carried.kind !== 'state') return say(turn, `carry.${carried.kind}`);
  const joined = adopt(withState(turn, joinedState(turn, readState(carried.state))));
  const walk = openWalk(joined.state);
  if (walk === null) return say(joined, 'carry.empty');
  const procedure = procedureOf(joined, walk.procedure);
  const name = procedure === undefined ? walk.procedure : turn.voice.text(procedure.short);
  // What she was told last, she was told elsewhere: the step is shown whole.
  const taken = takeUp(joined, walk.procedure, { repeats: 0, at: null });
  return toldGoingOn(taken, [], { lead: turn.voice.words('carry.arrived', { procedure: name }) });
}

function say(turn: Turn, key: 'carry.empty' | 'carry.unknown' | 'carry.blocked'): Told {
  return {
    state: turn.state,
    replies: [textReply(turn.voice.words(key), menuChoices(turn))],
    record: recordOf('smalltalk', null),
  };
}

/** What came takes the place of the same procedure here; others that were begun here stay set aside. */
function joinedState({ state, newId }: Turn, came: State): Partial<State> {
  const ids = new Map(came.walkthroughs.map(({ id }) => [id, newId()]));
  const walks = came.walkthroughs.map((walk): Walkthrough => ({ ...walk, id: ids.get(walk.id) ?? newId() }));
  const kept = state.walkthroughs.filter(
    (walk) => isOpen(walk) && !walks.some(({ procedure }) => procedure === walk.procedure),
  );
  return {
    walkthroughs: [...kept, ...walks],
    active: came.active === null ? null : (ids.get(came.active) ?? null),
    topic: came.topic,
    unit: came.unit ?? state.unit,
    unitDeclined: came.unit === null && came.unitDeclined,
    helping: came.helping,
    pending: null,
  };
}
