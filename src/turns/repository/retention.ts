import { finish, run, statement, text, type Database, type Script } from '#store/database.ts';
import type { TurnWriter } from '../ports.ts';
import { eraseConversation } from './conversations.ts';

/** How long what was said is kept, ms. */
export interface TurnKeeping {
  /** Transcript, and what was sent. */
  readonly wordsMs: number;
  /** A conversation nobody writes in, with her place in it. */
  readonly idleMs: number;
}

/** Messages that were answered are kept so long, so that one delivered twice is still known. */
const INBOX_MS = 7 * 24 * 3_600_000;
/** So many rows at once: turns of residents come in between. */
const LOT = 200;

const older = statement(
  `SELECT id FROM conversation WHERE id > $1 AND created_at < $2 ORDER BY id LIMIT ${LOT}`,
);
const dropInbox = statement(
  `DELETE FROM inbox WHERE conversation = $1 AND status <> 'pending' AND received_at < $2`,
);
const dropWords = statement('DELETE FROM activity WHERE conversation = $1 AND at < $2');
const dropOutbox = statement(
  `DELETE FROM outbox WHERE status NOT IN ('pending', 'sending', 'uncertain') AND created_at < $1`,
);
/** Whom we still are to write to, and who is with an officer, is not idle. */
const idle = statement(
  `SELECT id FROM conversation c WHERE COALESCE(c.last_in_at, c.created_at) < $1 AND c.owner <> 'person'
     AND c.lease_until < $2
     AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.conversation = c.id AND i.status = 'pending')
     AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.conversation = c.id AND p.status IN ('planned', 'held'))
   LIMIT ${LOT}`,
);

/** Deletes what turns keep longer than they may. Bears being stopped at any point, and run by two nodes at once. */
export async function sweepTurns(
  { gate }: Pick<Database, 'gate'>,
  writers: readonly TurnWriter[],
  { wordsMs, idleMs }: TurnKeeping,
  now: number,
): Promise<{ readonly conversations: number }> {
  await gate.write(function* outbox() {
    yield* finish(dropOutbox(now - wordsMs));
  });
  // By conversation, because that is how the rows are found without reading all of them.
  for (let last = ''; ;) {
    const [rows = []] = await gate.read(() => run(older(last, now - Math.min(INBOX_MS, wordsMs))));
    const ids = rows.map((row) => text(row, 'id'));
    await gate.write(function* words() {
      yield* finish(...ids.flatMap((id) => [dropInbox(id, now - INBOX_MS), dropWords(id, now - wordsMs)]));
    });
    last = ids.at(-1) ?? '';
    if (ids.length < LOT) break;
  }
  let conversations = 0;
  for (;;) {
    const [rows = []] = await gate.read(() => run(idle(now - idleMs, now)));
    for (const row of rows) await gate.write(() => eraseAll(text(row, 'id'), writers));
    conversations += rows.length;
    if (rows.length < LOT) return { conversations };
  }
}

function* eraseAll(conversation: string, writers: readonly TurnWriter[]): Script<void> {
  yield* run(...writers.flatMap((writer) => writer.erase(conversation)), eraseConversation(conversation));
}
