import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
  type Statement,
} from '#store/database.ts';
import type { Officer } from '#staff/officer.ts';
import { draftStatuses, entryKinds } from '../contract.ts';
import type { Draft, EntryKey } from '../ports.ts';
import { jsonOrNull, jsonAt } from './json-columns.ts';

export interface DraftStore {
  /** The officer's own open draft of an entry. */
  mine(officer: Officer, key: EntryKey): Promise<Draft | null>;
  find(id: string): Promise<Draft | null>;
  /** Open drafts of an entry, whoever writes them. */
  ofEntry(key: EntryKey): Promise<readonly Draft[]>;
  listed(statuses: readonly Draft['status'][], scope: string | null): Promise<readonly Draft[]>;
  /** The draft that is live as the entry, or was last. */
  published(key: EntryKey): Promise<Draft | null>;
  insert(draft: Draft): Promise<void>;
  /** Over the revision that it was typed over. False: somebody, or another tab, saved in between. */
  update(draft: Draft, overRev: number): Promise<boolean>;
}

const COLUMNS = `id, kind, scope, entry_id, title, author, author_name, status, value, based_on, base, rev, note,
  publish_at, reviewer, reviewer_name, review_note, created_at, updated_at`;
const OPEN = `('writing', 'in-review', 'approved', 'refused')`;

const findMine = statement(
  `SELECT ${COLUMNS} FROM draft WHERE kind = $1 AND scope = $2 AND entry_id = $3 AND author = $4
   AND status IN ${OPEN} ORDER BY id DESC LIMIT 1`,
);
const findOne = statement(`SELECT ${COLUMNS} FROM draft WHERE id = $1`);
const findOfEntry = statement(
  `SELECT ${COLUMNS} FROM draft WHERE kind = $1 AND scope = $2 AND entry_id = $3 AND status IN ${OPEN} ORDER BY id`,
);
const findByStatus = statement(
  `SELECT ${COLUMNS} FROM draft WHERE status = $1 ORDER BY updated_at DESC LIMIT 500`,
);
const findByStatusIn = statement(
  `SELECT ${COLUMNS} FROM draft WHERE status = $1 AND scope = $2 ORDER BY updated_at DESC LIMIT 500`,
);
const findPublished = statement(
  `SELECT ${COLUMNS} FROM draft WHERE kind = $1 AND scope = $2 AND entry_id = $3 AND status = 'published'
   ORDER BY updated_at DESC, id DESC LIMIT 1`,
);
const insert = statement(
  `INSERT INTO draft (${COLUMNS})
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
);
const update = statement(
  `UPDATE draft SET title = $3, status = $4, value = $5, based_on = $6, base = $7, rev = $8, note = $9,
     publish_at = $10, reviewer = $11, reviewer_name = $12, review_note = $13, updated_at = $14
   WHERE id = $1 AND rev = $2 RETURNING id`,
);

export function createDraftStore({ gate }: Database): DraftStore {
  const one = async (found: Statement): Promise<Draft | null> => {
    const [rows] = await gate.read(() => run(found));
    return rows?.[0] === undefined ? null : draftOf(rows[0]);
  };
  const all = async (...found: readonly Statement[]): Promise<Draft[]> =>
    (await gate.read(() => run(...found))).flat().map(draftOf);
  return {
    mine: ({ id }, { kind, scope, id: entry }) => one(findMine(kind, scope, entry, id)),
    find: (id) => one(findOne(id)),
    ofEntry: ({ kind, scope, id }) => all(findOfEntry(kind, scope, id)),
    listed: (statuses, scope) =>
      all(
        ...statuses.map((status) => (scope === null ? findByStatus(status) : findByStatusIn(status, scope))),
      ),
    published: ({ kind, scope, id }) => one(findPublished(kind, scope, id)),
    insert: (draft) =>
      gate.write(function* insertDraft() {
        const { key } = draft;
        yield* finish(
          insert(
            draft.id,
            key.kind,
            key.scope,
            key.id,
            draft.title,
            draft.author,
            draft.authorName,
            draft.status,
            jsonOrNull(draft.value),
            draft.basedOn,
            jsonOrNull(draft.base),
            draft.rev,
            draft.note,
            draft.publishAt,
            draft.reviewer,
            draft.reviewerName,
            draft.reviewNote,
            draft.createdAt,
            draft.updatedAt,
          ),
        );
      }),
    update: (draft, overRev) =>
      gate.write(function* updateDraft() {
        const [rows] = yield* finish(updateOf(draft, overRev));
        return rows?.length === 1;
      }),
  };
}

export function updateOf(draft: Draft, overRev: number): Statement {
  return update(
    draft.id,
    overRev,
    draft.title,
    draft.status,
    jsonOrNull(draft.value),
    draft.basedOn,
    jsonOrNull(draft.base),
    draft.rev,
    draft.note,
    draft.publishAt,
    draft.reviewer,
    draft.reviewerName,
    draft.reviewNote,
    draft.updatedAt,
  );
}

function draftOf(row: Row): Draft {
  return {
    id: text(row, 'id'),
    key: { kind: oneOf(row, 'kind', entryKinds), scope: text(row, 'scope'), id: text(row, 'entry_id') },
    title: text(row, 'title'),
    author: text(row, 'author'),
    authorName: text(row, 'author_name'),
    status: oneOf(row, 'status', draftStatuses),
    value: jsonAt(row, 'value'),
    basedOn: textOrNull(row, 'based_on'),
    base: jsonAt(row, 'base'),
    rev: int(row, 'rev'),
    note: text(row, 'note'),
    publishAt: intOrNull(row, 'publish_at'),
    reviewer: textOrNull(row, 'reviewer'),
    reviewerName: textOrNull(row, 'reviewer_name'),
    reviewNote: textOrNull(row, 'review_note'),
    createdAt: int(row, 'created_at'),
    updatedAt: int(row, 'updated_at'),
  };
}
