import { activeWalk, isOpen, recordOf, textReply, type Told, type Turn } from '../turn.ts';
import { menuChoices } from '../start/menu.ts';
import { resay } from './resay.ts';

/** A button that has no meaning any more: said kindly, and she stays where she is. */
export function stale(turn: Turn): Told {
  const walk = activeWalk(turn.state);
  const inWalk = walk !== null && isOpen(walk);
  const lead = turn.voice.words(inWalk ? 'stale.in-walk' : 'stale.button');
  const said = resay(turn, lead);
  return {
    state: turn.state,
    replies: [said ?? textReply(lead, menuChoices(turn))],
    record: recordOf('answer', walk?.procedure ?? turn.state.topic),
  };
}
