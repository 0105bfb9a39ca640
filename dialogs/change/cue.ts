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
  const cue = cuesIn(turn.voice.words('cue.change')).find(
    (words) => said === words || said.startsWith(`${words} `),
  );
  return cue === undefined ? null : said.slice(cue.length).trim();
}

/** Asked for at every turn, and the same as long as the release is: by the line of the wording. */
const known = new Map<string, readonly string[]>();

function cuesIn(line: string): readonly string[] {
  let cues = known.get(line);
  if (cues === undefined) {
    cues = line.split('|').map(fold).filter(Boolean);
    known.set(line, cues);
  }
  return cues;
}
