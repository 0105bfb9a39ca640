import type { LoggedFeedback, LoggedQuestion } from '../question.ts';

/** Why a question should be looked at. */
export const doubtKinds = ['unknown', 'asked-back', 'rated-bad', 'asked-twice'] as const;
export type DoubtKind = (typeof doubtKinds)[number];

export interface Doubt {
  readonly question: LoggedQuestion;
  readonly kinds: readonly DoubtKind[];
  /** The lines of feedback behind it: settled together with the question. */
  readonly feedback: readonly string[];
}

/** A fact that residents reported as wrong: its key, and by how many of them. */
export interface WrongFact {
  /** Lock key `procedure/field/id`. */
  readonly key: string;
  readonly people: number;
  readonly reports: number;
  readonly lastAt: number;
  readonly feedback: readonly string[];
}

/** Asking again after this long is a new day's question, not one that was not answered. */
const AGAIN_MS = 6 * 3_600_000;

/**
 * Questions whose answer may not have served, oldest first. Asked twice: one person typed a question about the same
 * topic and aspect again; a second aspect of a topic is the normal course of a talk. Pure.
 */
export function doubtsOf(
  questions: readonly LoggedQuestion[],
  feedback: readonly LoggedFeedback[],
): readonly Doubt[] {
  const kinds = new Map<string, { readonly kinds: Set<DoubtKind>; readonly feedback: string[] }>();
  const note = (question: LoggedQuestion, kind: DoubtKind, line?: string): void => {
    const known = kinds.get(question.turn) ?? { kinds: new Set<DoubtKind>(), feedback: [] };
    known.kinds.add(kind);
    if (line !== undefined) known.feedback.push(line);
    kinds.set(question.turn, known);
  };
  for (const question of questions) {
    if (question.outcome === 'unclear') note(question, 'unknown');
    if (question.outcome === 'clarify') note(question, 'asked-back');
  }
  const talks = Map.groupBy(questions, ({ conversation }) => conversation);
  for (const talk of talks.values()) for (const again of askedTwice(talk)) note(again, 'asked-twice');
  for (const line of feedback) {
    if (line.helped || isRemark(line.about)) continue;
    const rated = talks
      .get(line.conversation)
      ?.findLast((one) => one.at <= line.at && one.topic === line.about);
    if (rated !== undefined) note(rated, 'rated-bad', line.id);
  }
  return questions.flatMap((question) => {
    const found = kinds.get(question.turn);
    return found === undefined ? [] : [{ question, kinds: inOrder(found.kinds), feedback: found.feedback }];
  });
}

/** Reports of wrong facts, by the fact, most people first. */
export function wrongFactsOf(feedback: readonly LoggedFeedback[]): readonly WrongFact[] {
  const reports = feedback.filter(({ about }) => about.startsWith(WRONG));
  return [...Map.groupBy(reports, ({ about }) => about.slice(WRONG.length))]
    .map(([key, lines]) => ({
      key,
      people: new Set(lines.map(({ person }) => person)).size,
      reports: lines.length,
      lastAt: Math.max(...lines.map(({ at }) => at)),
      feedback: lines.map(({ id }) => id),
    }))
    .sort((a, b) => b.people - a.people || b.lastAt - a.lastAt || (a.key < b.key ? -1 : 1));
}

const WRONG = 'wrong:';
/** A report or a reason stands beside the rating and is no second one. */
const isRemark = (about: string): boolean => about.startsWith(WRONG) || about.startsWith('why:');

/** The first of two: that is the one whose answer did not do. */
function askedTwice(talk: readonly LoggedQuestion[]): readonly LoggedQuestion[] {
  const answered = talk.filter(({ outcome, topic }) => topic !== null && ANSWERED.has(outcome));
  return answered.filter((question, i) =>
    answered
      .slice(i + 1)
      .some(
        ({ topic, aspect, at }) =>
          topic === question.topic && aspect === question.aspect && at - question.at <= AGAIN_MS,
      ),
  );
}

const ANSWERED: ReadonlySet<string> = new Set(['answer', 'offer', 'redirect']);
const inOrder = (found: ReadonlySet<DoubtKind>): DoubtKind[] => doubtKinds.filter((kind) => found.has(kind));
