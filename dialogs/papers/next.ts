import { questionsFor } from '#knowledge/facts/questions.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

const scopes = ['documents', 'fee', 'time'] as const;

/** The next question, as written, that her checklist, fee or time depends on; null: nothing is left to ask. */
export function nextPaperQuestion(turn: Turn, walk: Walkthrough): string | null {
  const at = caseOf(turn, walk.procedure, walk);
  const wanted = new Set(scopes.flatMap((scope) => questionsFor(turn.release, at, scope)));
  const written = Object.keys(procedureOf(turn, walk.procedure)?.questions ?? {});
  return written.find((id) => wanted.has(id)) ?? null;
}
