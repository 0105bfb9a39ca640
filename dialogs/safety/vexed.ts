import { sureTopic } from '../routes/meaning.ts';
import { pickTrouble } from '../trouble/trouble.ts';
import { textOf, type Told, type Turn } from '../turn.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';

/** "Mệt muốn chết vì cái app này": no danger, but a kind word, and where she is stuck. null: something is asked surely. */
export function vexed(turn: Turn): Told | null {
  const { safety } = turn.release;
  if (safety === null || sureTopic(turn) !== null || turn.state.pending?.kind === 'question') return null;
  if (!isHeard(patterns(safety.vexed, safety.groups), hear(textOf(turn.event), safety.short))) return null;
  const told = pickTrouble(turn);
  const [first, ...rest] = told.replies;
  if (first === undefined) return told;
  const kind = { kind: 'text', text: turn.voice.words('safety.vexed') } as const;
  return { ...told, replies: [{ ...first, blocks: [kind, ...first.blocks] }, ...rest] };
}
