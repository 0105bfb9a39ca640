import { aspects, outcomes, type Scope } from '#knowledge/schema/ids.ts';
import {
  finish,
  int,
  oneOf,
  run,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
} from '#store/database.ts';
import type { LoggedFeedback, LoggedQuestion } from '../question.ts';

/** Reads what residents asked and said of the answers; marks what an officer has looked at. */
export interface QuestionLog {
  /** With their wording, oldest first. `open`: not looked at by an officer yet. A unit's scope sees its own alone. */
  readonly questions: (
    scope: Scope,
    since: number,
    which: 'all' | 'open',
  ) => Promise<readonly LoggedQuestion[]>;
  /** Oldest first. */
  readonly feedback: (
    scope: Scope,
    since: number,
    which: 'all' | 'open',
  ) => Promise<readonly LoggedFeedback[]>;
  /** Of these turns, as far as they still have wording and belong to the scope. */
  readonly texts: (scope: Scope, turns: readonly string[]) => Promise<readonly LoggedQuestion[]>;
  /** Notes what became of them; rows of other scopes are left alone. */
  readonly markReviewed: (
    scope: Scope,
    what: { readonly turns: readonly string[]; readonly feedback: readonly string[] },
    note: string,
  ) => Promise<void>;
}

/** More than a ward is asked in a month; beyond it the newest count. */
const MOST = 20_000;

const columns = `q.turn, q.conversation, q.unit, q.channel, q.outcome, q.topic, q.aspect, q.p, q.text, q.at,
  c.person_hash AS person`;
const from = 'FROM question q LEFT JOIN conversation c ON c.id = q.conversation';
const inScope = `(CAST($1 AS text) = 'base' OR q.unit = $1)`;

const all = statement(
  `SELECT ${columns} ${from} WHERE ${inScope} AND q.at >= $2 AND q.text IS NOT NULL
   ORDER BY q.at DESC, q.turn DESC LIMIT ${MOST}`,
);
const open = statement(
  `SELECT ${columns} ${from} WHERE ${inScope} AND q.at >= $2 AND q.text IS NOT NULL AND q.reviewed IS NULL
   ORDER BY q.at DESC, q.turn DESC LIMIT ${MOST}`,
);
const one = statement(`SELECT ${columns} ${from} WHERE ${inScope} AND q.turn = $2 AND q.text IS NOT NULL`);
const said = (only: string) =>
  statement(
    `SELECT f.id, f.conversation, f.helped, f.about, f.at, c.person_hash AS person
   FROM feedback f JOIN conversation c ON c.id = f.conversation
   WHERE (CAST($1 AS text) = 'base' OR c.home_unit = $1) AND f.at >= $2 ${only}
   ORDER BY f.at DESC, f.id DESC LIMIT ${MOST}`,
  );
const allSaid = said('');
const openSaid = said('AND f.reviewed IS NULL');
const markQuestion = statement(
  `UPDATE question SET reviewed = $3 WHERE turn = $2 AND (CAST($1 AS text) = 'base' OR unit = $1)`,
);
const markFeedback = statement(
  `UPDATE feedback SET reviewed = $3 WHERE id = $2 AND conversation IN
     (SELECT id FROM conversation WHERE CAST($1 AS text) = 'base' OR home_unit = $1)`,
);

export function createQuestionLog({ gate }: Database): QuestionLog {
  return {
    async questions(scope, since, which) {
      const [rows = []] = await gate.read(() => run((which === 'all' ? all : open)(scope, since)));
      return rows.map(questionOf).toReversed();
    },
    async feedback(scope, since, which) {
      const [rows = []] = await gate.read(() => run((which === 'all' ? allSaid : openSaid)(scope, since)));
      return rows.map(feedbackOf).toReversed();
    },
    async texts(scope, turns) {
      if (turns.length === 0) return [];
      const found = await gate.read(() => run(...turns.map((turn) => one(scope, turn))));
      return found.flat().map(questionOf);
    },
    markReviewed: (scope, { turns, feedback }, note) =>
      gate.write(function* mark() {
        yield* finish(
          ...turns.map((turn) => markQuestion(scope, turn, note)),
          ...feedback.map((id) => markFeedback(scope, id, note)),
        );
      }),
  };
}

function questionOf(row: Row): LoggedQuestion {
  const aspect = textOrNull(row, 'aspect');
  return {
    turn: text(row, 'turn'),
    conversation: text(row, 'conversation'),
    person: textOrNull(row, 'person') ?? text(row, 'conversation'),
    unit: textOrNull(row, 'unit'),
    channel: text(row, 'channel'),
    outcome: oneOf(row, 'outcome', outcomes),
    topic: textOrNull(row, 'topic'),
    aspect: aspect === null ? null : oneOf(row, 'aspect', aspects),
    p: int(row, 'p'),
    text: text(row, 'text'),
    at: int(row, 'at'),
  };
}

const feedbackOf = (row: Row): LoggedFeedback => ({
  id: text(row, 'id'),
  conversation: text(row, 'conversation'),
  person: text(row, 'person'),
  helped: int(row, 'helped') === 1,
  about: text(row, 'about'),
  at: int(row, 'at'),
});
