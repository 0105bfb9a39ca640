import { newId } from '#root/ids.ts';
import { statement } from '#store/database.ts';
import type { TurnWriter } from '#turns/ports.ts';

const insert = statement(
  `INSERT INTO handover (id, conversation, reason, status, created_at) VALUES ($1, $2, $3, 'open', $4)`,
);
const erase = statement('DELETE FROM handover WHERE conversation = $1');

/** Writes that a resident asked for a person, in the transaction of the turn in which she did. */
export function createHandoverWriter(): TurnWriter {
  return {
    write: (commit) =>
      commit.effects.flatMap((effect) =>
        effect.kind === 'handover'
          ? [insert(newId(commit.at), commit.lease.conversation, effect.reason.slice(0, 200), commit.at)]
          : [],
      ),
    erase: (conversation) => [erase(conversation)],
  };
}
