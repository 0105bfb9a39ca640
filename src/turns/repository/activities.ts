import { run, statement, type Script, type Statement } from '#store/database.ts';
import type { ActivityRow } from '../ports.ts';
import { toActivityRow } from './rows.ts';

/**
 * The transcript. Its rows go over the wire as they stand, so the id and time that the store gives are written
 * into the activity too: clients sort by `timestamp` and drop doubles by `id`.
 */
const insert = statement(
  'INSERT INTO activity (conversation, seq, id, kind, activity, at) VALUES ($1, $2, $3, $4, $5, $6)',
);
/** Written only where the message was new. */
const insertWithMessage = statement(
  `INSERT INTO activity (conversation, seq, id, kind, activity, at)
   SELECT CAST($1 AS text), CAST($2 AS bigint), CAST($3 AS text), CAST($4 AS text), CAST($5 AS text), CAST($6 AS bigint)
   WHERE EXISTS (SELECT 1 FROM inbox WHERE id = $7)`,
);
const after = statement(
  'SELECT seq, id, kind, at, activity FROM activity WHERE conversation = $1 AND seq > $2 ORDER BY seq LIMIT $3',
);

/** The activity as JSON text, with the row's own id and time in it. */
export function stamped(activity: object, id: string, at: number): string {
  return JSON.stringify({ ...activity, id, timestamp: new Date(at).toISOString() });
}

/** Ids of messages that came in: readable, and telling nothing but their order. */
export function activityIdOf(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

export function insertActivity(conversation: string, row: ActivityRow): Statement {
  return insert(conversation, row.seq, row.id, row.kind, row.json, row.at);
}

export function insertActivityOf(inboxId: string, conversation: string, row: ActivityRow): Statement {
  return insertWithMessage(conversation, row.seq, row.id, row.kind, row.json, row.at, inboxId);
}

export function* activitiesAfter(
  conversation: string,
  seq: number,
  limit: number,
): Script<readonly ActivityRow[]> {
  const [rows] = yield* run(after(conversation, seq, limit));
  return (rows ?? []).map(toActivityRow);
}
