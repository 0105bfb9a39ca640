import type { Walkthrough } from '../state.ts';
import { withState, type Turn } from '../turn.ts';
import { procedureOf, openWalk } from '../walkthrough/walks.ts';
import { changes } from './changes.ts';
import { shownNow } from './shown.ts';

/**
 * What a new release changed for her in the walk-through she has open, told once.
 * null: same release, or nothing that she would notice.
 */
export function news(turn: Turn): { readonly turn: Turn; readonly text: string | null } {
  const walk = openWalk(turn.state);
  if (walk === null || walk.release === turn.release.hash) return { turn, text: null };
  const after = walk.shown === null ? null : shownNow(turn, walk);
  const told = walk.shown === null || after === null ? [] : changes(turn, walk.shown, after);
  const seen: Walkthrough = { ...walk, release: turn.release.hash, shown: after };
  const next = withState(turn, {
    walkthroughs: turn.state.walkthroughs.map((other) => (other.id === walk.id ? seen : other)),
  });
  if (told.length === 0) return { turn: next, text: null };
  const procedure = procedureOf(turn, walk.procedure);
  const name = procedure === undefined ? walk.procedure : turn.voice.text(procedure.short);
  return {
    turn: next,
    text: [turn.voice.words('resume.news', { procedure: name }), ...told.map((line) => `• ${line}`)].join(
      '\n',
    ),
  };
}
