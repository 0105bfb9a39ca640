import { run, runOne, statement, type Script } from '#store/database.ts';
import type { Sealer } from '#privacy/seal.ts';
import type { Conversation, NewConversation } from '../ports.ts';
import { conversationColumns, toConversation } from './rows.ts';

const insert = statement(
  `INSERT INTO conversation (id, channel, account, person_hash, person_sealed, home_unit, lang, owner,
     lease_until, fence, next_seq, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, 'vi', 'bot', 0, 0, 1, $7)
   ON CONFLICT DO NOTHING RETURNING id`,
);
const byId = statement(`SELECT ${conversationColumns} FROM conversation WHERE id = $1`);
const erase = statement('DELETE FROM conversation WHERE id = $1');

/**
 * A second time with the same id changes nothing. A person may hold several conversations of the portal
 * (two tabs): the first is the one found by her id, the others only by their own.
 */
export function* openConversation(
  { id, account, person, at }: NewConversation,
  sealer: Sealer,
): Script<void> {
  const sealed = sealer.seal(person);
  const add = (hash: string) => insert(id, account.channel, account.id, hash, sealed, account.homeUnit, at);
  const added = yield* runOne(add(sealer.personHash(account.channel, account.id, person)));
  if (added !== undefined) return;
  if ((yield* runOne(byId(id))) !== undefined) return;
  yield* run(add(sealer.personHash(account.channel, account.id, `${person} ${id}`)));
}

export function* findConversation(id: string): Script<Conversation | null> {
  const row = yield* runOne(byId(id));
  return row === undefined ? null : toConversation(row);
}

export function eraseConversation(id: string) {
  return erase(id);
}
