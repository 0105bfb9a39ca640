import type { DocumentFact } from '#knowledge/facts/fact.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

/**
 * Says under which answers an open paper is needed: every option of its first open question is tried.
 * "Bé sinh ở bệnh viện nào? – Ở nhà".
 */
export function openConditions(
  turn: Turn,
  procedure: string,
  walk: Walkthrough | null,
): (fact: DocumentFact) => string {
  const at = caseOf(turn, procedure, walk);
  const questions = procedureOf(turn, procedure)?.questions ?? {};
  return ({ id, openQuestions }) => {
    const [first] = openQuestions;
    const question = first === undefined ? undefined : questions[first];
    if (first === undefined || question === undefined) return '';
    const needing = Object.entries(question.options).filter(([option]) =>
      documentFacts(turn.release, { ...at, answers: { ...at.answers, [first]: option } }).some(
        (fact) => fact.id === id && fact.status !== 'from-database',
      ),
    );
    if (needing.length === 0) return '';
    return turn.voice.words('papers.when', {
      question: turn.voice.text(question.ask),
      answers: needing.map(([, { label }]) => turn.voice.text(label)).join(turn.voice.words('list.or-slash')),
    });
  };
}
