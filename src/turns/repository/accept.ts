import { AppError } from '#root/errors.ts';
import { newId } from '#root/ids.ts';
import type { Sealer } from '#privacy/seal.ts';
import { finish, int, runOne, statement, text, textOrNull, type Row, type Script } from '#store/database.ts';
import type { Accepted, ActivityRow, Claim, Inbound, Work } from '../ports.ts';
import { activityIdOf, insertActivityOf, stamped } from './activities.ts';
import { conversationColumns, toConversation } from './rows.ts';

/** Gives the message its place. No row: the conversation is unknown, or has this message already. */
const advance = `next_seq = conversation.next_seq + 1,
  last_at = CASE WHEN conversation.last_at >= $3 THEN conversation.last_at + 1 ELSE $3 END`;
const isNew =
  'NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.conversation = conversation.id AND inbox.dedupe_key = $2)';
const placed = 'conversation.id AS id, conversation.next_seq - 1 AS seq, conversation.last_at AS at';

const advanceById = statement(
  `UPDATE conversation SET ${advance} WHERE id = $1 AND ${isNew} RETURNING ${placed}`,
);
/** The same, and the lease with it: only where nobody holds the conversation and nothing older waits in it. */
const advanceAndLease = statement(
  `UPDATE conversation SET ${advance}, lease_owner = $4, lease_until = $5, fence = fence + 1
   WHERE id = $1 AND lease_owner IS NULL AND ${isNew}
     AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.conversation = conversation.id AND status = 'pending')
   RETURNING ${conversationColumns}, fence, next_seq - 1 AS seq, last_at AS at`,
);
const advanceByPerson = statement(
  `UPDATE conversation SET ${advance} WHERE person_hash = $1 AND channel = $4 AND account = $5 AND ${isNew}
   RETURNING ${placed}`,
);
/** Her first message here; the conflict is with one that arrives at the same time. */
const advanceOrOpen = statement(
  `INSERT INTO conversation (id, channel, account, person_hash, person_sealed, home_unit, lang, owner,
     lease_until, fence, next_seq, last_at, created_at)
   VALUES ($6, $4, $5, $1, $7, $8, 'vi', 'bot', 0, 0, 2, $3, $3)
   ON CONFLICT (channel, account, person_hash) DO UPDATE SET ${advance} WHERE ${isNew}
   RETURNING ${placed}`,
);
const idOfPerson = statement(
  'SELECT id FROM conversation WHERE person_hash = $1 AND channel = $2 AND account = $3',
);
const idExists = statement('SELECT id FROM conversation WHERE id = $1');
const insertMessage = statement(
  `INSERT INTO inbox (id, conversation, dedupe_key, event, secret_sealed, activity_id, status, not_before,
     received_at, seq)
   VALUES ($1, $2, $3, $4, $5, $6, 'pending', 0, $7, $8)
   ON CONFLICT (conversation, dedupe_key) DO NOTHING RETURNING id`,
);
const earlier = statement(
  `SELECT i.activity_id AS activity_id, a.seq AS seq FROM inbox i
   LEFT JOIN activity a ON a.conversation = i.conversation AND a.seq = i.seq
   WHERE i.conversation = $1 AND i.dedupe_key = $2`,
);

export function* accept(message: Inbound, claim: Claim | undefined, sealer: Sealer): Script<Accepted> {
  const place = yield* message.conversation === null
    ? placeOfPerson(message, sealer)
    : placeIn(message.conversation, message, claim);
  if ('duplicateIn' in place) return yield* duplicate(place.duplicateIn, message.dedupeKey);

  const { conversation, seq, at } = place;
  const row: ActivityRow | null =
    message.activity === null ? null : inRow(conversation, seq, at, message.activity);
  const inboxId = newId(message.receivedAt);
  const insert = insertMessage(
    inboxId,
    conversation,
    message.dedupeKey,
    JSON.stringify(message.event),
    message.secret === null ? null : sealer.seal(message.secret),
    row?.id ?? null,
    message.receivedAt,
    seq,
  );
  const [inserted] = yield* finish(
    insert,
    ...(row === null ? [] : [insertActivityOf(inboxId, conversation, row)]),
  );
  // The same message on another connection at the same moment: it leaves a gap in seq, nothing else.
  if (inserted?.length === 0) throw new Raced();
  const activityId = row?.id ?? null;
  const work =
    place.leased === null
      ? null
      : {
          ...place.leased,
          message: {
            inboxId,
            event: message.event,
            secret: message.secret,
            receivedAt: message.receivedAt,
            activityId,
            attempts: 0,
          },
          more: false,
        };
  return { conversation, duplicate: false, seq: row?.seq ?? null, activityId, row, work };
}

/** Accepting again tells what the other one wrote. */
export class Raced extends Error {}

type Place =
  | {
      readonly conversation: string;
      readonly seq: number;
      readonly at: number;
      readonly leased: Pick<Work, 'lease' | 'conversation'> | null;
    }
  | { readonly duplicateIn: string };

function* placeIn(
  conversation: string,
  { dedupeKey, receivedAt }: Inbound,
  claim: Claim | undefined,
): Script<Place> {
  if (claim !== undefined) {
    const { owner, now, leaseMs } = claim;
    const until = now + leaseMs;
    const row = yield* runOne(advanceAndLease(conversation, dedupeKey, receivedAt, owner, until));
    if (row !== undefined) {
      const lease = { conversation, owner, fence: int(row, 'fence'), until };
      return { ...seqAndTime(row), conversation, leased: { lease, conversation: toConversation(row) } };
    }
  }
  const row = yield* runOne(advanceById(conversation, dedupeKey, receivedAt));
  if (row !== undefined) return { ...seqAndTime(row), conversation, leased: null };
  const known = yield* runOne(idExists(conversation));
  if (known === undefined) throw new AppError('CONVERSATION_UNKNOWN');
  return { duplicateIn: conversation };
}

function* placeOfPerson(message: Inbound, sealer: Sealer): Script<Place> {
  const { account, person, dedupeKey, receivedAt } = message;
  const hash = sealer.personHash(account.channel, account.id, person);
  const who = [hash, dedupeKey, receivedAt, account.channel, account.id] as const;
  let row = yield* runOne(advanceByPerson(...who));
  if (row === undefined) {
    const known = yield* runOne(idOfPerson(hash, account.channel, account.id));
    if (known !== undefined) return { duplicateIn: text(known, 'id') };
    row = yield* runOne(advanceOrOpen(...who, newId(receivedAt), sealer.seal(person), account.homeUnit));
  }
  if (row === undefined) throw new Raced();
  return { ...seqAndTime(row), conversation: text(row, 'id'), leased: null };
}

const seqAndTime = (row: Row) => ({ seq: int(row, 'seq'), at: int(row, 'at') });

function inRow(conversation: string, seq: number, at: number, activity: object): ActivityRow {
  const id = activityIdOf(conversation, seq);
  return { seq, id, kind: 'in', at, json: stamped(activity, id, at) };
}

function* duplicate(conversation: string, dedupeKey: string): Script<Accepted> {
  const row = yield* runOne(earlier(conversation, dedupeKey));
  if (row === undefined) throw new Raced();
  const seq = row['seq'] === null ? null : int(row, 'seq');
  const activityId = textOrNull(row, 'activity_id');
  return { conversation, duplicate: true, seq, activityId, row: null, work: null };
}
