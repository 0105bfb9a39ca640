import { replySchema, type Reply } from '#replies/reply.ts';
import { createSealer } from '#privacy/seal.ts';
import {
  finish,
  int,
  run,
  runOne,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
} from '#store/database.ts';
import type { Account } from './ports.ts';
import type { Echo, PushStore } from './ports-delivery.ts';

/** Platforms repeat an echo for an hour at most; an older message with the same words is another one. */
const ECHO_LOOKBACK_MS = 3_600_000;

const byPerson = statement(
  'SELECT id FROM conversation WHERE channel = $1 AND account = $2 AND person_hash = $3',
);
const own = statement('UPDATE conversation SET owner = $2, paused_until = $3 WHERE id = $1 RETURNING id');
const ended = statement(
  `UPDATE conversation SET owner = 'bot', paused_until = NULL
   WHERE id = $1 AND owner = 'person' AND paused_until = $2 RETURNING id`,
);
const recent = statement(
  `SELECT id, status, external_id, reply FROM outbox
   WHERE conversation = $1 AND created_at > $2 ORDER BY id DESC LIMIT 50`,
);
const settled = statement(
  `UPDATE outbox SET status = 'sent', external_id = $2, why = NULL, lease_owner = NULL, lease_until = 0
   WHERE id = $1 AND status <> 'sent' RETURNING id`,
);
const named = statement(
  'UPDATE outbox SET external_id = $2 WHERE id = $1 AND external_id IS NULL RETURNING id',
);
const freed = statement(
  `UPDATE outbox SET status = 'pending', not_before = 0, attempts = 0, why = NULL
   WHERE channel = $1 AND account = $2 AND status = 'held' RETURNING id`,
);
const counted = statement(
  `SELECT status, COUNT(*) AS n, MIN(created_at) AS oldest FROM outbox
   WHERE channel = $1 AND status <> 'sent' GROUP BY status`,
);

export function createPushStore({
  database,
  sealKey,
  textOf,
}: {
  readonly database: Database;
  readonly sealKey: string;
  /** A reply as its channel shows it: what an echo has for text. */
  readonly textOf: (reply: Reply) => string;
}): PushStore {
  const { gate } = database;
  const sealer = createSealer(sealKey);
  const find = (account: Account, person: string) =>
    byPerson(account.channel, account.id, sealer.personHash(account.channel, account.id, person));
  const idOf = (row: Row | undefined): string | null => (row === undefined ? null : text(row, 'id'));

  return {
    conversationOf: async (account, person) => idOf(await gate.read(() => runOne(find(account, person)))),

    echoed: (account, person, echo, now) =>
      gate.write(function* echoed() {
        const conversation = idOf(yield* runOne(find(account, person)));
        if (conversation === null) return false;
        const [rows] = yield* run(recent(conversation, now - ECHO_LOOKBACK_MS));
        const sent = sentAs(rows ?? [], echo, textOf);
        if (sent === null) return false;
        yield* finish(settled(sent, echo.externalId), named(sent, echo.externalId));
        return true;
      }),

    setOwner: (account, person, owner, until) =>
      gate.write(function* setOwner() {
        const conversation = idOf(yield* runOne(find(account, person)));
        if (conversation !== null) yield* finish(own(conversation, owner, until ?? null));
        return conversation;
      }),

    giveBack: (conversation, until) =>
      gate.write(function* giveBack() {
        const [rows] = yield* finish(ended(conversation, until));
        return rows?.length === 1;
      }),

    release: (channel, account) =>
      gate.write(function* release() {
        const [rows] = yield* finish(freed(channel, account));
        return rows?.length ?? 0;
      }),

    async health(channel, now) {
      const [rows] = await gate.read(() => run(counted(channel)));
      const of = (...statuses: string[]): Row[] =>
        (rows ?? []).filter((row) => statuses.includes(text(row, 'status')));
      const sum = (found: Row[]): number => found.reduce((total, row) => total + int(row, 'n'), 0);
      const open = of('pending', 'sending', 'uncertain');
      const oldest = Math.min(now, ...open.map((row) => int(row, 'oldest')));
      return {
        open: sum(open),
        uncertain: sum(of('uncertain')),
        oldestMs: now - oldest,
        held: sum(of('held')),
        failed: sum(of('failed')),
      };
    },
  };
}

/** The delivery that an echo is of: by its mark, its id, else the oldest with its words that has no id yet. */
function sentAs(
  newestFirst: readonly Row[],
  { externalId, delivery, text: said }: Echo,
  textOf: (reply: Reply) => string,
): string | null {
  const known = newestFirst.find(
    (row) => text(row, 'id') === delivery || textOrNull(row, 'external_id') === externalId,
  );
  if (known !== undefined) return text(known, 'id');
  const words = said.normalize('NFC').trim();
  const same = newestFirst.findLast(
    (row) =>
      textOrNull(row, 'external_id') === null &&
      ['sending', 'uncertain', 'pending'].includes(text(row, 'status')) &&
      textOf(replySchema.parse(JSON.parse(text(row, 'reply')))).trim() === words,
  );
  return same === undefined ? null : text(same, 'id');
}
