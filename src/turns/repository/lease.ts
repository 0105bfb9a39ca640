import type { Sealer } from '#privacy/seal.ts';
import {
  finish,
  int,
  run,
  runOne,
  statement,
  text,
  type Row,
  type Rows,
  type Script,
} from '#store/database.ts';
import type { Claim, Lease, Work } from '../ports.ts';
import { conversationColumns, toConversation, toMessage } from './rows.ts';

/** The oldest message alone is given out, so one that waits for its next attempt holds up those behind it. */
const oldestIsDue = `(SELECT not_before FROM inbox WHERE inbox.conversation = $1 AND status = 'pending'
  ORDER BY seq LIMIT 1) <= $4`;
const take = `UPDATE conversation SET lease_owner = $2, lease_until = $3, fence = fence + 1 WHERE id = $1`;
const taken = `RETURNING ${conversationColumns}, fence`;

/** What nobody holds. A worker's own lease is one whose answer it never saw: it runs one turn at a time. */
const takeFree = statement(
  `${take} AND (lease_owner IS NULL OR lease_owner = $2) AND ${oldestIsDue} ${taken}`,
);
/** What a holder let run out: it died or froze in the middle of the turn. */
const takeExpired = statement(
  `${take} AND (lease_owner IS NULL OR lease_owner = $2 OR lease_until < $4) AND ${oldestIsDue} ${taken}`,
);
const messageColumns = 'id, event, secret_sealed, received_at, activity_id, attempts';
const oldest = statement(
  `SELECT ${messageColumns}, not_before FROM inbox WHERE conversation = $1 AND status = 'pending'
   ORDER BY seq LIMIT 2`,
);
const waiting = statement(
  `SELECT i.conversation AS conversation, c.lease_owner AS lease_owner FROM inbox i
   JOIN conversation c ON c.id = i.conversation
   WHERE i.status = 'pending' AND i.not_before <= $1
     AND (c.lease_owner IS NULL OR c.lease_owner = $2 OR c.lease_until < $1)
     AND NOT EXISTS (SELECT 1 FROM inbox o
       WHERE o.conversation = i.conversation AND o.status = 'pending' AND o.seq < i.seq)
   ORDER BY i.id LIMIT 16`,
);
const countAttempt = statement(
  "UPDATE inbox SET attempts = attempts + 1 WHERE id = $1 AND status = 'pending'",
);
const countAttemptAndWait = statement(
  `UPDATE inbox SET attempts = attempts + 1, not_before = $2 WHERE id = $1 AND status = 'pending'`,
);
const held = `WHERE id = $1 AND fence = $2 AND lease_owner = $3`;
const renew = statement(`UPDATE conversation SET lease_until = $4 ${held} RETURNING id`);
const read = statement(`SELECT ${conversationColumns}, fence FROM conversation ${held}`);
const giveBack = statement(
  `UPDATE conversation SET lease_owner = NULL, lease_until = 0 ${held} RETURNING id`,
);

/** `idle`: leased, but its message was taken care of in the same moment; the lease is to be given back. */
export type Taken =
  | { readonly kind: 'work'; readonly work: Work }
  | { readonly kind: 'idle'; readonly lease: Lease }
  | { readonly kind: 'none' };

export function* leaseOne(conversation: string, claim: Claim, sealer: Sealer): Script<Taken> {
  const until = claim.now + claim.leaseMs;
  const [rows, messages] = yield* finish(
    takeFree(conversation, claim.owner, until, claim.now),
    oldest(conversation),
  );
  return toTaken(rows?.[0], messages ?? [], claim, sealer);
}

/** A lease that ran out with its turn unfinished counts as an attempt: a message that kills processes ends too. */
export function* leaseAbandoned(conversation: string, claim: Claim, sealer: Sealer): Script<Taken> {
  const until = claim.now + claim.leaseMs;
  const row = yield* runOne(takeExpired(conversation, claim.owner, until, claim.now));
  if (row === undefined) return { kind: 'none' };
  const head = yield* runOne(oldest(conversation));
  if (head !== undefined) yield* run(countAttempt(text(head, 'id')));
  const [messages] = yield* finish(oldest(conversation));
  return toTaken(row, messages ?? [], claim, sealer);
}

/** Conversations that wait, longest first; `expired`: with a holder that let its lease run out. */
export function* findWaiting(
  owner: string,
  now: number,
): Script<readonly { readonly conversation: string; readonly expired: boolean }[]> {
  const [rows] = yield* run(waiting(now, owner));
  return (rows ?? []).map((row) => ({
    conversation: text(row, 'conversation'),
    expired: row['lease_owner'] !== null,
  }));
}

export function* nextUnder(lease: Lease, now: number, sealer: Sealer): Script<Work | null> {
  const [rows, messages] = yield* run(
    read(lease.conversation, lease.fence, lease.owner),
    oldest(lease.conversation),
  );
  const row = rows?.[0];
  if (row === undefined) return null;
  const work = toWork(row, messages ?? [], lease, now, sealer);
  if (work === null) yield* finish(giveBack(lease.conversation, lease.fence, lease.owner));
  return work;
}

export function* releaseLease(lease: Lease): Script<void> {
  yield* finish(giveBack(lease.conversation, lease.fence, lease.owner));
}

export function* renewLease(lease: Lease, until: number): Script<boolean> {
  const [rows] = yield* finish(renew(lease.conversation, lease.fence, lease.owner, until));
  return rows?.length === 1;
}

export function* abandonTurn(lease: Lease, inboxId: string, retryAt: number): Script<void> {
  const given = yield* runOne(giveBack(lease.conversation, lease.fence, lease.owner));
  if (given !== undefined) yield* finish(countAttemptAndWait(inboxId, retryAt));
}

function toTaken(row: Row | undefined, messages: Rows, claim: Claim, sealer: Sealer): Taken {
  if (row === undefined) return { kind: 'none' };
  const lease: Lease = {
    conversation: text(row, 'id'),
    owner: claim.owner,
    fence: int(row, 'fence'),
    until: claim.now + claim.leaseMs,
  };
  const work = toWork(row, messages, lease, claim.now, sealer);
  return work === null ? { kind: 'idle', lease } : { kind: 'work', work };
}

function toWork(row: Row, messages: Rows, lease: Lease, now: number, sealer: Sealer): Work | null {
  const [head] = messages;
  if (head === undefined || int(head, 'not_before') > now) return null;
  return {
    lease,
    conversation: toConversation(row),
    message: toMessage(head, sealer),
    more: messages.length > 1,
  };
}
