import type { Case, DocumentFact } from '#knowledge/facts/fact.ts';
import { questionsIn } from '#knowledge/condition.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { submissionChannels } from '#knowledge/schema/ids.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';

/**
 * Says under which answers an open paper is needed, by every question that decides: each option is tried, or every
 * way of filing where that is what is open. "Bé sinh ở đâu? – Ở nhà; và Ai đi khai? – Người được nhờ".
 */
export function openConditions(
  turn: Turn,
  procedure: string,
  walk: Walkthrough | null,
): (fact: DocumentFact) => string {
  const at = caseOf(turn, procedure, walk);
  return (fact) =>
    fact.openQuestions.length === 0 ? byChannel(turn, at, fact) : byQuestions(turn, at, fact);
}

interface Reason {
  readonly question: string;
  readonly options: readonly string[];
}

function byQuestions(turn: Turn, at: Case, fact: DocumentFact): string {
  const tried = fact.openQuestions.map((question) => tryOptions(turn, at, fact.id, question));
  // Without one of these answers it is not needed at all; of the others each is enough.
  const must = tried.filter(({ all, may }) => may.length > 0 && may.length < all.length);
  const told = must.filter(({ question, may }) => may.length === 1 || !isImplied(turn, at, question, must));
  const and = told.map(({ question, may }): Reason => ({ question, options: may }));
  const or = tried
    .filter(({ all, may, must: sure }) => may.length === all.length && sure.length > 0)
    .map(({ question, must: options }): Reason => ({ question, options }));
  const say = ({ question, options }: Reason): string => reasonOf(turn, at, question, options);
  const joined = (key: 'papers.when-and' | 'papers.when-or', parts: readonly string[]): string =>
    parts
      .filter(Boolean)
      .reduce((first, next) => (first === '' ? next : turn.voice.words(key, { first, next })), '');
  return joined('papers.when-and', [...and.map(say), joined('papers.when-or', or.map(say))]);
}

interface Tried {
  readonly question: string;
  readonly all: readonly string[];
  /** Options with which the paper may be needed, and those with which it surely is. */
  readonly may: readonly string[];
  readonly must: readonly string[];
}

function tryOptions(turn: Turn, at: Case, id: string, question: string): Tried {
  const all = Object.keys(procedureOf(turn, at.procedure)?.questions[question]?.options ?? {});
  const found = all.map((option) => ({
    option,
    fact: neededFact(turn, { ...at, answers: { ...at.answers, [question]: option } }, id),
  }));
  return {
    question,
    all,
    may: found.filter(({ fact }) => fact !== undefined).map(({ option }) => option),
    must: found.filter(({ fact }) => fact?.applies === 'yes').map(({ option }) => option),
  };
}

/** That a question is asked at all says what this one was answered: told with it, it would only lengthen. */
function isImplied(turn: Turn, at: Case, question: string, others: readonly Tried[]): boolean {
  const questions = procedureOf(turn, at.procedure)?.questions ?? {};
  return others.some((other) => {
    const when = questions[other.question]?.when;
    return when !== undefined && questionsIn(when).includes(question);
  });
}

function reasonOf(turn: Turn, at: Case, question: string, options: readonly string[]): string {
  const known = procedureOf(turn, at.procedure)?.questions[question];
  const labels = options.flatMap((option) => known?.options[option]?.label ?? []);
  return turn.voice.words('papers.when', {
    question: known === undefined ? question : turn.voice.text(known.ask),
    answers: labels.map((label) => turn.voice.text(label)).join(turn.voice.words('list.or-slash')),
  });
}

function byChannel(turn: Turn, at: Case, { id }: DocumentFact): string {
  if (at.channel !== null) return '';
  return submissionChannels
    .filter((channel) => neededFact(turn, { ...at, channel }, id) !== undefined)
    .map((channel) => turn.voice.words(`channel.${channel}`))
    .join(turn.voice.words('list.or-slash'));
}

const neededFact = (turn: Turn, at: Case, id: string): DocumentFact | undefined =>
  documentFacts(turn.release, at).find((fact) => fact.id === id && fact.status !== 'from-database');
