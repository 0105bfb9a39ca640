import { localDate } from '#root/clock.ts';
import { newId } from '#root/ids.ts';
import { counter, statement, type Statement } from '#store/database.ts';
import type { QuestionRow, TurnCommit, TurnWriter } from '#turns/ports.ts';

const insertQuestion = statement(
  `INSERT INTO question (turn, conversation, unit, channel, outcome, topic, aspect, p, alternatives, release, text, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const count = counter(
  `INSERT INTO daily_count (day, unit, channel, outcome, topic, aspect, count) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (day, unit, channel, outcome, topic, aspect)
   DO UPDATE SET count = daily_count.count + excluded.count`,
);
const insertFeedback = statement(
  'INSERT INTO feedback (id, conversation, helped, about, at) VALUES ($1, $2, $3, $4, $5)',
);
const eraseQuestions = statement('DELETE FROM question WHERE conversation = $1');
const eraseFeedback = statement('DELETE FROM feedback WHERE conversation = $1');

function questionOf(commit: TurnCommit, row: QuestionRow): readonly Statement[] {
  return [
    insertQuestion(
      commit.turn,
      commit.lease.conversation,
      row.unit,
      row.channel,
      row.outcome,
      row.topic,
      row.aspect,
      row.p,
      JSON.stringify(row.alternatives),
      row.release,
      row.text,
      row.at,
    ),
    count(localDate(row.at), row.unit ?? '', row.channel, row.outcome, row.topic ?? '', row.aspect ?? '', 1),
  ];
}

/**
 * "Is your screen the same?" is counted beside the questions of the day: outcome `screen-same` or `screen-differs`,
 * topic the procedure, aspect the step. Who adds up questions leaves these two out.
 */
function screenOf(commit: TurnCommit, row: QuestionRow): readonly Statement[] {
  return commit.effects.flatMap((effect) =>
    effect.kind === 'screen'
      ? [
          count(
            localDate(row.at),
            row.unit ?? '',
            row.channel,
            effect.same ? 'screen-same' : 'screen-differs',
            effect.procedure,
            effect.step,
            1,
          ),
        ]
      : [],
  );
}

/** Writes what was asked, with its count for the Vietnamese day. Erasing takes the rows; counts tell nobody apart. */
export function createInsightWriter(): TurnWriter {
  return {
    write: (commit) => [
      ...commit.effects.flatMap((effect) =>
        effect.kind === 'feedback'
          ? [
              insertFeedback(
                newId(commit.at),
                commit.lease.conversation,
                effect.helped ? 1 : 0,
                effect.about,
                commit.at,
              ),
            ]
          : [],
      ),
      ...(commit.question === null
        ? []
        : [...questionOf(commit, commit.question), ...screenOf(commit, commit.question)]),
    ],
    erase: (conversation) => [eraseQuestions(conversation), eraseFeedback(conversation)],
  };
}
