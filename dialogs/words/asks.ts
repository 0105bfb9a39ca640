import { textOf, type Turn } from '../turn.ts';
import { endsWithCue, foldedCues, holdsCue, type Cues } from './cues.ts';
import { wordsOf } from './fold.ts';

/** Whether her words ask: a question mark, or a word of asking (`cue.asks`: anywhere; `cue.asks-last`: at the end). */
export function asksSomething(turn: Turn): boolean {
  const text = textOf(turn.event).trim();
  if (text.endsWith('?')) return true;
  const words = wordsOf(text);
  return holdsCue(listed(turn, 'cue.asks'), words) || endsWithCue(listed(turn, 'cue.asks-last'), words);
}

/** Whether she says that something is not so (`cue.denies`). */
export const denies = (turn: Turn, text = textOf(turn.event)): boolean =>
  holdsCue(listed(turn, 'cue.denies'), wordsOf(text));

const listed = (turn: Turn, key: 'cue.asks' | 'cue.asks-last' | 'cue.denies'): Cues =>
  foldedCues(turn.voice.words(key));
