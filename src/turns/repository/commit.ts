import { finish, int, run, runOne, statement, type Script, type Statement } from '#store/database.ts';
import type { ActivityRow, CommitResult, TurnCommit, TurnWriter } from '../ports.ts';
import { insertActivity, stamped } from './activities.ts';
import { insertOutbox } from './outbox.ts';
import { toActivityRow } from './rows.ts';
import { upsertWalkthrough } from './walkthroughs.ts';

/** An officer who took over while the turn ran keeps the conversation. */
const move = statement(
  `UPDATE conversation SET
     state = CASE WHEN $4 = 1 THEN $5 ELSE state END, state_v = CASE WHEN $4 = 1 THEN $6 ELSE state_v END,
     expects = $7, owner = CASE WHEN owner = 'person' THEN owner ELSE $8 END, lang = $9,
     next_seq = next_seq + $10, last_in_at = CASE WHEN $13 = 1 THEN last_in_at ELSE $11 END,
     last_at = CASE WHEN last_at >= $11 THEN last_at + $10 ELSE $11 + $10 - 1 END,
     lease_owner = CASE WHEN $12 = 1 THEN NULL ELSE lease_owner END,
     lease_until = CASE WHEN $12 = 1 THEN 0 ELSE lease_until END
   WHERE id = $1 AND fence = $2 AND lease_owner = $3
   RETURNING next_seq, last_at`,
);
/** The value that a question asked for is gone with the turn that used it. */
const settle = statement(
  `UPDATE inbox SET status = $3, turn = $4, secret_sealed = NULL
   WHERE id = $1 AND conversation = $2 AND status = 'pending' RETURNING id`,
);
const dropActivities = statement('DELETE FROM activity WHERE conversation = $1 AND seq < $2');
/** The message itself stays until the conversation goes: a platform that brings it again is known by it. */
const dropInbox = statement(`DELETE FROM inbox WHERE conversation = $1 AND id <> $2 AND status <> 'pending'`);
const dropOutbox = statement(
  `DELETE FROM outbox WHERE conversation = $1 AND (turn IS NULL OR turn <> $2)
     AND status NOT IN ('pending', 'sending', 'uncertain')`,
);
const dropWalkthroughs = statement('DELETE FROM walkthrough WHERE conversation = $1');
const settledBy = statement('SELECT turn FROM inbox WHERE id = $1');
const written = statement(
  'SELECT seq, id, kind, at, activity FROM activity WHERE conversation = $1 AND id = $2',
);

/** Undoes the whole script. */
export class Fenced extends Error {}

export function* commitTurn(commit: TurnCommit, writers: readonly TurnWriter[]): Script<CommitResult> {
  const { conversation, fence, owner } = commit.lease;
  const [moved, settled] = yield* run(
    move(
      conversation,
      fence,
      owner,
      commit.state === null ? 0 : 1,
      commit.state === null ? null : JSON.stringify(commit.state.data),
      commit.state?.v ?? null,
      commit.expects === null ? null : JSON.stringify(commit.expects),
      commit.owner,
      commit.lang,
      commit.transcript.length,
      commit.at,
      commit.release ? 1 : 0,
      commit.ours === true ? 1 : 0,
    ),
    settle(commit.inboxId, conversation, commit.failed === true ? 'failed' : 'done', commit.turn),
  );
  const row = moved?.[0];
  if (row === undefined || settled?.length !== 1) throw new Fenced();

  const rows = transcriptRows(commit, int(row, 'next_seq'), int(row, 'last_at'));
  yield* finish(...writesOf(commit, rows, writers));
  return { kind: 'committed', seqs: rows.map(({ seq }) => seq), rows };
}

/** Places and times, strictly increasing within the conversation whatever the clock does. */
function transcriptRows(commit: TurnCommit, nextSeq: number, lastAt: number): readonly ActivityRow[] {
  const count = commit.transcript.length;
  return commit.transcript.map((entry, index) => {
    const at = lastAt - count + 1 + index;
    return {
      seq: nextSeq - count + index,
      id: entry.id,
      kind: entry.kind,
      at,
      json: stamped(entry.activity, entry.id, at),
    };
  });
}

function writesOf(
  commit: TurnCommit,
  rows: readonly ActivityRow[],
  writers: readonly TurnWriter[],
): readonly Statement[] {
  const { conversation } = commit.lease;
  return [
    ...rows.map((row) => insertActivity(conversation, row)),
    ...commit.outbox.map((entry, position) => insertOutbox(commit, entry, position)),
    ...commit.effects.flatMap((effect) =>
      effect.kind === 'walkthrough' ? [upsertWalkthrough(conversation, effect, commit.at)] : [],
    ),
    // Counters stand in rows that many turns share: last, so that they are locked for the flush alone.
    ...writers.flatMap((writer) => writer.write(commit)),
    ...(commit.effects.some(({ kind }) => kind === 'forget') ? forgotten(commit, rows, writers) : []),
  ];
}

/** All that was said up to here, with what others keep of it. What says that it is gone stays, and what she wrote since. */
function forgotten(
  { lease, inboxId, turn }: TurnCommit,
  rows: readonly ActivityRow[],
  writers: readonly TurnWriter[],
): readonly Statement[] {
  const { conversation } = lease;
  return [
    dropActivities(conversation, rows[0]?.seq ?? Number.MAX_SAFE_INTEGER),
    dropInbox(conversation, inboxId),
    dropOutbox(conversation, turn),
    dropWalkthroughs(conversation),
    ...writers.flatMap((writer) => writer.erase(conversation)),
  ];
}

/** Whether a commit whose answer was lost had been written after all. */
export function* committedBefore(commit: TurnCommit): Script<CommitResult> {
  const row = yield* runOne(settledBy(commit.inboxId));
  if (row?.['turn'] !== commit.turn) return { kind: 'fenced' };
  const found = yield* run(...commit.transcript.map(({ id }) => written(commit.lease.conversation, id)));
  const rows = found.flatMap((one) => one.map(toActivityRow));
  return { kind: 'committed', seqs: rows.map(({ seq }) => seq), rows };
}
