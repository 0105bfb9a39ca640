import { textOf, type Turn } from '../turn.ts';
import { fold } from '../words/fold.ts';

const LONGEST = 400;

/**
 * "sửa lại, …": what she says after the words that announce a change; null: none announced.
 * The words stand in the wording (`cue.change`, parted by |), so that staff can add to them.
 */
export function changeCue(turn: Turn): string | null {
  if (turn.event.kind !== 'text') return null;
  const said = fold(textOf(turn.event).slice(0, LONGEST));
  const cue = turn.voice
    .words('cue.change')
    .split('|')
    .map(fold)
    .find((words) => words !== '' && (said === words || said.startsWith(`${words} `)));
  return cue === undefined ? null : said.slice(cue.length).trim();
}
