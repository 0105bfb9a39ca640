import { statement, type Statement } from '#store/database.ts';
import type { Effect } from '../ports.ts';

/** A projection of the conversation's state: docs/decisions/003-tables.md. */
const upsert = statement(
  `INSERT INTO walkthrough (id, conversation, procedure, target_unit, answers, done, state, release, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (id) DO UPDATE SET procedure = excluded.procedure, target_unit = excluded.target_unit,
     answers = excluded.answers, done = excluded.done, state = excluded.state, release = excluded.release,
     updated_at = excluded.updated_at
   WHERE walkthrough.conversation = excluded.conversation`,
);

export function upsertWalkthrough(
  conversation: string,
  effect: Extract<Effect, { kind: 'walkthrough' }>,
  at: number,
): Statement {
  return upsert(
    effect.id,
    conversation,
    effect.procedure,
    effect.targetUnit,
    JSON.stringify(effect.answers),
    JSON.stringify(effect.done),
    effect.state,
    effect.release,
    at,
  );
}
