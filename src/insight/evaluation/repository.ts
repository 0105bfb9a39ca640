import { finish, run, statement, text, textOrNull, type Database, type Row } from '#store/database.ts';
import type { EvaluationQuestion, EvaluationSet } from '../ports.ts';

const ofScope = statement(
  'SELECT id, text, topic, aspect FROM evaluation_question WHERE scope = $1 ORDER BY id',
);
const ofAll = statement('SELECT id, text, topic, aspect FROM evaluation_question ORDER BY scope, id');
const upsert = statement(
  `INSERT INTO evaluation_question (scope, id, text, topic, aspect, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (scope, id) DO UPDATE SET
     text = excluded.text, topic = excluded.topic, aspect = excluded.aspect, updated_at = excluded.updated_at`,
);
const drop = statement('DELETE FROM evaluation_question WHERE scope = $1 AND id = $2');

/** Some wards' hundreds of questions, read whole. */
export function createEvaluationSet({ gate }: Pick<Database, 'gate'>): EvaluationSet {
  const read = (wanted: ReturnType<typeof ofScope>): Promise<readonly EvaluationQuestion[]> =>
    gate.read(function* all() {
      const [rows = []] = yield* run(wanted);
      return rows.map(questionOf);
    });
  return {
    all: (scope) => read(ofScope(scope)),
    every: () => read(ofAll()),
    put: (scope, questions, now) =>
      gate.write(function* put() {
        yield* finish(
          ...questions.map(({ id, text, topic, aspect }) => upsert(scope, id, text, topic, aspect, now)),
        );
      }),
    remove: (scope, ids) =>
      gate.write(function* remove() {
        yield* finish(...ids.map((id) => drop(scope, id)));
      }),
  };
}

const questionOf = (row: Row): EvaluationQuestion => ({
  id: text(row, 'id'),
  text: text(row, 'text'),
  topic: text(row, 'topic'),
  aspect: textOrNull(row, 'aspect'),
});
