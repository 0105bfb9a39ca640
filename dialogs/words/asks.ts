import { textOf, type Turn } from '../turn.ts';
import { fold } from './fold.ts';

/** Whether her words ask: a question mark, or a word of asking (`cue.asks`: anywhere; `cue.asks-last`: at the end). */
export function asksSomething(turn: Turn): boolean {
  const text = textOf(turn.event).trim();
  const said = ` ${fold(text)} `;
  const listed = (key: 'cue.asks' | 'cue.asks-last'): string[] =>
    turn.voice
      .words(key)
      .split('|')
      .map(fold)
      .filter((words) => words !== '');
  return (
    text.endsWith('?') ||
    listed('cue.asks').some((words) => said.includes(` ${words} `)) ||
    listed('cue.asks-last').some((words) => said.endsWith(` ${words} `))
  );
}
