import { recordOf, textReply, type Told, type Turn, walkOf } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { openWalk, takeUp } from '../walkthrough/walks.ts';
import { menuChoices } from '../start/menu.ts';

/** Goes on where she was, in the procedure named or in the one left last. */
export function resume(turn: Turn, procedure: string | null): Told {
  const walk = procedure === null ? openWalk(turn.state) : walkOf(turn.state, procedure);
  if (walk === null || walk.mode === 'finished' || walk.mode === 'offer') {
    return {
      state: turn.state,
      replies: [textReply(turn.voice.words('resume.nothing'), menuChoices(turn))],
      record: recordOf('smalltalk', null),
    };
  }
  const taken = takeUp(turn, walk.procedure, walk.id === turn.state.active ? {} : { repeats: 0, at: null });
  return toldGoingOn(taken, [], { lead: turn.voice.words('resume.going-on') });
}
