import { fill } from '#replies/wording.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';

/** What a step says to who does it for somebody else; null: nothing, or it is not done online. */
export function helperNote(turn: Turn, walk: Walkthrough, step: string): string | null {
  const { helping } = turn.state;
  if (helping === null || walk.channel === 'counter' || walk.channel === 'postal') return null;
  const known = turn.release.flow.steps.find(({ id }) => id === step);
  const words = helping.account === 'theirs' ? known?.helperTheirs : known?.helperMine;
  return words === undefined ? null : fill(turn.voice.text(words), { person: helping.person });
}
