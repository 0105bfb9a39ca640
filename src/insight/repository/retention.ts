import { finish, statement, type Database } from '#store/database.ts';
import { FEEDBACK_MS } from '../question.ts';

export interface InsightKeeping {
  /** Wordings of questions. */
  readonly wordsMs: number;
}

const RUN_MS = 2 * 24 * 3_600_000;
const LOT = 500;

const dropQuestions = statement(
  `DELETE FROM question WHERE turn IN (SELECT turn FROM question WHERE at < $1 LIMIT ${LOT}) RETURNING turn`,
);
const dropFeedback = statement(
  `DELETE FROM feedback WHERE id IN (SELECT id FROM feedback WHERE at < $1 LIMIT ${LOT}) RETURNING id`,
);
const dropRuns = statement(
  `DELETE FROM insight_run WHERE created_at < $1
     AND id NOT IN (SELECT MAX(id) FROM insight_run WHERE kind = 'health') RETURNING id`,
);

/** Deletes questions with their wording, old feedback and comparisons. Counts by day stay for ever. */
export async function sweepInsight(
  { gate }: Pick<Database, 'gate'>,
  { wordsMs }: InsightKeeping,
  now: number,
): Promise<void> {
  for (const [drop, most] of [
    [dropQuestions(now - wordsMs), LOT],
    [dropFeedback(now - FEEDBACK_MS), LOT],
    [dropRuns(now - RUN_MS), Number.POSITIVE_INFINITY],
  ] as const) {
    let gone: number;
    do
      gone = await gate.write(function* lot() {
        const [rows = []] = yield* finish(drop);
        return rows.length;
      });
    while (gone >= most);
  }
}
