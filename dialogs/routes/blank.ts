import { menuChoices } from '../start/menu.ts';
import { recordOf, textReply, type Told, type Turn } from '../turn.ts';
import { resay } from './resay.ts';

/** Nothing to read: emptiness, emoji, signs. A kind word, and everything stays as it is. */
export function blank(turn: Turn): Told {
  const lead = turn.voice.words('blank.kind');
  return {
    state: turn.state,
    replies: [resay(turn, lead) ?? textReply(lead, menuChoices(turn))],
    record: recordOf('unclear', null),
  };
}

export const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
