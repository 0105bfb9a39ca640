import { questionsFor } from '#knowledge/facts/questions.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';

const scopes = ['documents', 'fee', 'time'] as const;

/** The next question that her checklist, fee or time depends on; null: nothing is left to ask. */
export function nextPaperQuestion(turn: Turn, walk: Walkthrough): string | null {
  const at = caseOf(turn, walk.procedure, walk);
  for (const scope of scopes) {
    const [next] = questionsFor(turn.release, at, scope);
    if (next !== undefined) return next;
  }
  return null;
}
