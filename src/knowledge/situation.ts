import type { Case } from './facts/fact.ts';
import type { Question } from './schema/procedure.ts';

/** A case read against the questions of its procedure (`normaliseCase`). Without them nothing is known about options. */
export interface Situation extends Case {
  readonly questions?: ReadonlyMap<string, Question>;
}

/** Both ends belong to the range. */
export function within(
  date: string,
  range: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  return (range.from === undefined || date >= range.from) && (range.to === undefined || date <= range.to);
}

/** The answer to a question in this case, if it has one. Answers come from outside: own keys only. */
export function answerTo(question: string, at: Case): string | undefined {
  return Object.hasOwn(at.answers, question) ? at.answers[question] : undefined;
}
