import { textOf, type Turn } from '../turn.ts';
import { fold } from './fold.ts';
import { ANY_LENGTH, kept, LINES } from './kept.ts';

/** Whether her words ask: a question mark, or a word of asking (`cue.asks`: anywhere; `cue.asks-last`: at the end). */
export function asksSomething(turn: Turn): boolean {
  const text = textOf(turn.event).trim();
  const said = ` ${fold(text)} `;
  return (
    text.endsWith('?') ||
    listed(turn, 'cue.asks').some((words) => said.includes(` ${words} `)) ||
    listed(turn, 'cue.asks-last').some((words) => said.endsWith(` ${words} `))
  );
}

/** Whether she says that something is not so (`cue.denies`). */
export function denies(turn: Turn, text = textOf(turn.event)): boolean {
  const said = ` ${fold(text)} `;
  return listed(turn, 'cue.denies').some((words) => said.includes(` ${words} `));
}

const listed = (turn: Turn, key: 'cue.asks' | 'cue.asks-last' | 'cue.denies'): readonly string[] =>
  foldedParts(turn.voice.words(key));

const foldedParts = kept(
  (line): readonly string[] =>
    line
      .split('|')
      .map(fold)
      .filter((words) => words !== ''),
  LINES,
  ANY_LENGTH,
);
