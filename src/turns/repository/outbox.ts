import { replySchema } from '#replies/reply.ts';
import type { Sealer } from '#privacy/seal.ts';
import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  runOne,
  statement,
  text,
  type Row,
  type Script,
  type Statement,
} from '#store/database.ts';
import { origins, type ChannelId, type OutboxEntry, type TurnCommit } from '../ports.ts';
import type { Delivery, DeliveryResult } from '../ports-delivery.ts';
import { toAccount } from './rows.ts';

/** How long a send that was cut off waits for its echo before it is sent once more. */
const ECHO_MS = 30_000;

const insert = statement(
  `INSERT INTO outbox (id, conversation, turn, position, channel, account, reply, status, not_before, lease_until,
     created_at, origin)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', 0, 0, $8, $9)`,
);
const open = `status IN ('pending', 'sending', 'uncertain')`;
/** One conversation's replies leave in order: the oldest open one alone. */
const due = statement(
  `SELECT o.id AS id, o.status AS status, o.fence AS fence FROM outbox o
   WHERE o.channel = $1 AND o.${open} AND o.not_before <= $2 AND o.lease_until < $2
     AND NOT EXISTS (SELECT 1 FROM outbox e
       WHERE e.conversation = o.conversation AND e.${open} AND e.id < o.id)
   ORDER BY o.id LIMIT 16`,
);
const lease = statement(
  `UPDATE outbox SET status = 'sending', lease_owner = $3, lease_until = $4, fence = fence + 1,
     attempts = attempts + 1
   WHERE id = $1 AND fence = $2 AND ${open} AND lease_until < $5 RETURNING id`,
);
const doubt = statement(
  `UPDATE outbox SET status = CASE WHEN uncertain = 0 THEN 'uncertain' ELSE 'failed' END,
     uncertain = uncertain + 1, not_before = $3, lease_owner = NULL, lease_until = 0,
     why = 'cut off before its answer'
   WHERE id = $1 AND fence = $2 AND status = 'sending' RETURNING id`,
);
/** Our own death says nothing about the platform: nothing is given up for it, within reason. */
const orphaned = statement(
  `UPDATE outbox SET status = CASE WHEN uncertain < 5 THEN 'uncertain' ELSE 'failed' END,
     uncertain = uncertain + 1, not_before = $3, lease_owner = NULL, lease_until = 0,
     why = 'its sender went away'
   WHERE id = $1 AND fence = $2 AND status = 'sending' RETURNING id`,
);
const leased = statement(
  `SELECT o.id AS id, o.conversation AS conversation, o.channel AS channel, o.account AS account,
     o.reply AS reply, o.attempts AS attempts, o.fence AS fence, o.origin AS origin,
     c.home_unit AS home_unit, c.person_sealed AS person_sealed, c.last_in_at AS last_in_at
   FROM outbox o JOIN conversation c ON c.id = o.conversation WHERE o.id = $1`,
);
/** A sender that froze may still tell how it ended, until somebody else has sent again. */
const settle = statement(
  `UPDATE outbox SET status = $3, not_before = $4, external_id = $5, why = $6, lease_owner = NULL, lease_until = 0
   WHERE id = $1 AND fence = $2 AND status IN ('sending', 'uncertain') RETURNING id`,
);

export function insertOutbox(commit: TurnCommit, entry: OutboxEntry, position: number): Statement {
  const { account, reply } = entry;
  return insert(
    entry.id,
    commit.lease.conversation,
    commit.turn,
    position,
    account.channel,
    account.id,
    JSON.stringify(reply),
    entry.at,
    entry.origin ?? 'reply',
  );
}

export interface Due {
  readonly id: string;
  readonly fence: number;
  /** Its sender went away in the middle. */
  readonly cutOff: boolean;
}

export function* findDue(channel: ChannelId, now: number): Script<readonly Due[]> {
  const [rows] = yield* run(due(channel, now));
  return (rows ?? []).map((row) => ({
    id: text(row, 'id'),
    fence: int(row, 'fence'),
    cutOff: row['status'] === 'sending',
  }));
}

export function* leaseDelivery(
  { id, fence }: Due,
  claim: { readonly owner: string; readonly now: number; readonly leaseMs: number },
  sealer: Sealer,
): Script<Delivery | null> {
  const mine = yield* runOne(lease(id, fence, claim.owner, claim.now + claim.leaseMs, claim.now));
  if (mine === undefined) return null;
  const [rows] = yield* finish(leased(id));
  const row = rows?.[0];
  return row === undefined ? null : toDelivery(row, sealer);
}

export function* doubtDelivery({ id, fence }: Due, now: number): Script<void> {
  yield* finish(orphaned(id, fence, now + ECHO_MS));
}

export function* settleDelivery(delivery: Delivery, result: DeliveryResult): Script<boolean> {
  const [rows] = yield* finish(settlement(delivery, result));
  return rows?.length === 1;
}

function settlement({ id, fence }: Delivery, result: DeliveryResult): Statement {
  if (result.kind === 'sent') return settle(id, fence, 'sent', 0, result.externalId, null);
  if (result.kind === 'retry') return settle(id, fence, 'pending', result.at, null, result.why);
  if (result.kind === 'uncertain') return doubt(id, fence, result.until);
  return settle(id, fence, result.kind, 0, null, result.why);
}

function toDelivery(row: Row, sealer: Sealer): Delivery {
  return {
    id: text(row, 'id'),
    conversation: text(row, 'conversation'),
    account: toAccount(row),
    person: sealer.open(text(row, 'person_sealed')),
    reply: replySchema.parse(JSON.parse(text(row, 'reply'))),
    attempts: int(row, 'attempts'),
    fence: int(row, 'fence'),
    lastInAt: intOrNull(row, 'last_in_at'),
    origin: oneOf(row, 'origin', origins),
  };
}
