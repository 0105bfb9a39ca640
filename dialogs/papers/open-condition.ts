import type { Case, DocumentFact } from '#knowledge/facts/fact.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { submissionChannels } from '#knowledge/schema/ids.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

/**
 * Says under which answers an open paper is needed: every option of its first open question is tried,
 * or every way of filing where that is what is open. "Bé sinh ở đâu? – Ở nhà".
 */
export function openConditions(
  turn: Turn,
  procedure: string,
  walk: Walkthrough | null,
): (fact: DocumentFact) => string {
  const at = caseOf(turn, procedure, walk);
  return (fact) => {
    const [first] = fact.openQuestions;
    return first === undefined ? byChannel(turn, at, fact) : byQuestion(turn, at, fact, first);
  };
}

function byQuestion(turn: Turn, at: Case, { id }: DocumentFact, open: string): string {
  const question = procedureOf(turn, at.procedure)?.questions[open];
  const needing = Object.entries(question?.options ?? {}).filter(([option]) =>
    isNeeded(turn, { ...at, answers: { ...at.answers, [open]: option } }, id),
  );
  if (question === undefined || needing.length === 0) return '';
  return turn.voice.words('papers.when', {
    question: turn.voice.text(question.ask),
    answers: needing.map(([, { label }]) => turn.voice.text(label)).join(turn.voice.words('list.or-slash')),
  });
}

function byChannel(turn: Turn, at: Case, { id }: DocumentFact): string {
  if (at.channel !== null) return '';
  return submissionChannels
    .filter((channel) => isNeeded(turn, { ...at, channel }, id))
    .map((channel) => turn.voice.words(`channel.${channel}`))
    .join(turn.voice.words('list.or-slash'));
}

const isNeeded = (turn: Turn, at: Case, id: string): boolean =>
  documentFacts(turn.release, at).some((fact) => fact.id === id && fact.status !== 'from-database');
