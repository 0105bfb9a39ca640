import { documentFacts } from '#knowledge/facts/documents.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import type { StatementFact } from '#knowledge/facts/fact.ts';
import { paperName } from '#replies/compose/checklist.ts';
import { questionsFor } from '#knowledge/facts/questions.ts';
import type { Walkthrough } from '../state.ts';
import { unitOf, type Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

export interface Findings {
  /** What is wrong or doubtful about her answers together. */
  readonly contradictions: readonly StatementFact[];
  /** Questions of her case without an answer, with the papers that hang on each. */
  readonly open: readonly { readonly question: string; readonly papers: readonly string[] }[];
  readonly unitMissing: boolean;
}

const scopes = ['documents', 'fee', 'time', 'steps'] as const;

/** What is to be looked at again in her case before she submits. */
export function findingsOf(turn: Turn, walk: Walkthrough): Findings {
  const at = caseOf(turn, walk.procedure, walk);
  const papers = documentFacts(turn.release, at);
  const wanted = new Set(scopes.flatMap((scope) => questionsFor(turn.release, at, scope)));
  const written = Object.keys(procedureOf(turn, walk.procedure)?.questions ?? {});
  const open = written.filter((question) => wanted.has(question));
  return {
    contradictions: statementFacts(turn.release, at, 'checks').filter(({ applies }) => applies === 'yes'),
    open: open.map((question) => ({
      question,
      papers: papers
        .filter(({ openQuestions }) => openQuestions.includes(question))
        .map((fact) => paperName(turn.voice, fact)),
    })),
    unitMissing: unitOf(turn, walk) === null,
  };
}

/** How many things are to be looked at; 0: nothing was found. */
export const countOf = ({ contradictions, open, unitMissing }: Findings): number =>
  contradictions.length + open.length + (unitMissing ? 1 : 0);
