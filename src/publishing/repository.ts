import { newId } from '#root/ids.ts';
import { parseJson, type Json } from '#root/json.ts';
import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  runOne,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
  type Script,
  type Statement,
} from '#store/database.ts';
import type { Officer } from '#staff/officer.ts';
import { DRAFT_STATUSES, ENTRY_KINDS, type Change, type Draft, type EntryKey } from './ports.ts';

/** A published edit: what lies over the shipped file. */
export interface EntryRow extends Change {
  readonly version: number;
  readonly title: string;
  /** What was shipped when it was edited; null: it is not shipped. */
  readonly shipped: Json | null;
}

export interface EntryVersion extends EntryRow {
  readonly release: number;
  readonly author: string;
  readonly approver: string;
  readonly note: string;
  readonly at: number;
}

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
    key: { kind: oneOf(row, 'kind', ENTRY_KINDS), scope: text(row, 'scope'), id: text(row, 'entry_id') },
    title: text(row, 'title'),
    author: text(row, 'author'),
    authorName: text(row, 'author_name'),
    status: oneOf(row, 'status', DRAFT_STATUSES),
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

/** Taken away is SQL's null; a value is never JSON's `null`. */
const jsonOrNull = (value: Json | null): string | null => (value === null ? null : JSON.stringify(value));

function jsonAt(row: Row, column: string): Json | null {
  const json = textOrNull(row, column);
  return json === null ? null : parseJson(json);
}

/* ---- published entries ---- */

export interface EntryStore {
  /** Everything that lies over the shipped files. */
  overlay(): Promise<readonly EntryRow[]>;
  /** The same as it was with a release. */
  overlayAt(release: number): Promise<readonly EntryVersion[]>;
  versions(key: EntryKey): Promise<readonly EntryVersion[]>;
  /** An upgrade was looked at: what is shipped now is what the edit is based on. */
  rebase(key: EntryKey, shipped: Json | null): Promise<void>;
}

const overlay = statement(
  `SELECT kind, scope, id, version, title, value, shipped FROM entry ORDER BY kind, scope, id`,
);
const overlayAt = statement(
  `SELECT v.kind, v.scope, v.id, v.version, v.title, v.value, v.shipped, v.release, v.author, v.approver, v.note, v.at
   FROM entry_version v JOIN (
     SELECT kind, scope, id, MAX(version) AS version FROM entry_version WHERE release <= $1 GROUP BY kind, scope, id
   ) newest ON newest.kind = v.kind AND newest.scope = v.scope AND newest.id = v.id AND newest.version = v.version
   ORDER BY v.kind, v.scope, v.id`,
);
const versions = statement(
  `SELECT kind, scope, id, version, title, value, shipped, release, author, approver, note, at FROM entry_version
   WHERE kind = $1 AND scope = $2 AND id = $3 ORDER BY version DESC`,
);
const rebase = statement(`UPDATE entry SET shipped = $4 WHERE kind = $1 AND scope = $2 AND id = $3`);

export function createEntryStore({ gate }: Database): EntryStore {
  return {
    async overlay() {
      const [rows] = await gate.read(() => run(overlay()));
      return (rows ?? []).map(entryOf);
    },
    async overlayAt(release) {
      const [rows] = await gate.read(() => run(overlayAt(release)));
      return (rows ?? []).map(versionOf);
    },
    async versions({ kind, scope, id }) {
      const [rows] = await gate.read(() => run(versions(kind, scope, id)));
      return (rows ?? []).map(versionOf);
    },
    rebase: ({ kind, scope, id }, shipped) =>
      gate.write(function* rebaseEntry() {
        yield* finish(rebase(kind, scope, id, jsonOrNull(shipped)));
      }),
  };
}

function entryOf(row: Row): EntryRow {
  return {
    key: { kind: oneOf(row, 'kind', ENTRY_KINDS), scope: text(row, 'scope'), id: text(row, 'id') },
    version: int(row, 'version'),
    title: text(row, 'title'),
    value: jsonAt(row, 'value'),
    shipped: jsonAt(row, 'shipped'),
  };
}

const versionOf = (row: Row): EntryVersion => ({
  ...entryOf(row),
  release: int(row, 'release'),
  author: text(row, 'author'),
  approver: text(row, 'approver'),
  note: text(row, 'note'),
  at: int(row, 'at'),
});

/* ---- releases ---- */

export interface ReleaseRow {
  readonly number: number;
  /** Of the compiled release: names its artifact. */
  readonly hash: string;
  readonly publishedAt: number;
  readonly note: string;
  /** Hash of the shipped release that it lies over. */
  readonly shipped: string;
  /** Names the artifact of its matcher; null: the shipped one. */
  readonly model: string | null;
  readonly figures: Json | null;
  readonly changes: Json;
  readonly publisher: string;
}

export interface Published {
  readonly key: EntryKey;
  readonly title: string;
  readonly value: Json | null;
  readonly shipped: Json | null;
  readonly author: string;
  readonly approver: string;
  readonly note: string;
}

export interface ReleaseStore {
  /** Number and hashes of the newest release: asked twice a second by every node. */
  pointer(): Promise<{
    readonly number: number;
    readonly hash: string;
    readonly model: string | null;
    readonly shipped: string;
  } | null>;
  find(number: number): Promise<ReleaseRow | null>;
  list(limit: number): Promise<readonly ReleaseRow[]>;
  artifact(hash: string, kind: 'compiled' | 'model'): Promise<string | null>;
  /** Stored before the release is: what breaks off between leaves the old one live. */
  storeArtifact(hash: string, kind: 'compiled' | 'model', body: string): Promise<void>;
  /** All or nothing. False: another release was published since `release.number - 1`. */
  publish(release: ReleaseRow, entries: readonly Published[], drafts: readonly Draft[]): Promise<boolean>;
  /** Artifacts that none of the newest releases needs. */
  prune(keep: number): Promise<void>;
}

const pointer = statement(
  `SELECT number, hash, model, shipped FROM release WHERE shipped IS NOT NULL ORDER BY number DESC LIMIT 1`,
);
const RELEASE = 'number, hash, published_at, note, shipped, model, figures, changes, publisher';
const findRelease = statement(`SELECT ${RELEASE} FROM release WHERE number = $1`);
const listReleases = statement(`SELECT ${RELEASE} FROM release ORDER BY number DESC LIMIT $1`);
const artifact = statement('SELECT body FROM release_artifact WHERE hash = $1 AND kind = $2');
const storeArtifact = statement(
  `INSERT INTO release_artifact (hash, kind, body) VALUES ($1, $2, $3) ON CONFLICT (hash, kind) DO NOTHING`,
);
const insertRelease = statement(
  `INSERT INTO release (${RELEASE}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (number) DO NOTHING RETURNING number`,
);
const newest = statement('SELECT COALESCE(MAX(number), 0) AS number FROM release');
const putEntry = statement(
  `INSERT INTO entry (kind, scope, id, version, title, value, shipped, updated_at)
   VALUES ($1, $2, $3, 1, $4, $5, $6, $7)
   ON CONFLICT (kind, scope, id) DO UPDATE SET version = entry.version + 1, title = excluded.title,
     value = excluded.value, shipped = excluded.shipped, updated_at = excluded.updated_at`,
);
const putVersion = statement(
  `INSERT INTO entry_version (kind, scope, id, version, release, title, value, shipped, author, approver, note, at)
   SELECT kind, scope, id, version, CAST($4 AS integer), title, value, shipped, $5, $6, $7, CAST($8 AS bigint) FROM entry
   WHERE kind = $1 AND scope = $2 AND id = $3`,
);
const pruneCompiled = statement(
  `DELETE FROM release_artifact WHERE kind = 'compiled'
   AND hash NOT IN (SELECT hash FROM release WHERE number > (SELECT MAX(number) FROM release) - $1)`,
);
const pruneModels = statement(
  `DELETE FROM release_artifact WHERE kind = 'model'
   AND hash NOT IN (SELECT model FROM release WHERE model IS NOT NULL AND number > (SELECT MAX(number) FROM release) - $1)`,
);

export function createReleaseStore({ gate }: Database): ReleaseStore {
  return {
    async pointer() {
      const [rows] = await gate.read(() => run(pointer()));
      const row = rows?.[0];
      return row === undefined
        ? null
        : {
            number: int(row, 'number'),
            hash: text(row, 'hash'),
            model: textOrNull(row, 'model'),
            shipped: text(row, 'shipped'),
          };
    },
    async find(number) {
      const [rows] = await gate.read(() => run(findRelease(number)));
      return rows?.[0] === undefined ? null : releaseOf(rows[0]);
    },
    async list(limit) {
      const [rows] = await gate.read(() => run(listReleases(limit)));
      return (rows ?? []).map(releaseOf);
    },
    async artifact(hash, kind) {
      const [rows] = await gate.read(() => run(artifact(hash, kind)));
      return rows?.[0] === undefined ? null : text(rows[0], 'body');
    },
    storeArtifact: (hash, kind, body) =>
      gate.write(function* store() {
        yield* finish(storeArtifact(hash, kind, body));
      }),
    publish: (release, entries, drafts) =>
      gate.write(function* publish(): Script<boolean> {
        const last = yield* runOne(newest());
        if (last === undefined || int(last, 'number') !== release.number - 1) return false;
        const [made] = yield* run(
          insertRelease(
            release.number,
            release.hash,
            release.publishedAt,
            release.note,
            release.shipped,
            release.model,
            jsonOrNull(release.figures),
            JSON.stringify(release.changes),
            release.publisher,
          ),
        );
        if (made?.length !== 1) return false;
        yield* finish(
          ...entries.flatMap(({ key: { kind, scope, id }, ...entry }) => [
            putEntry(
              kind,
              scope,
              id,
              entry.title,
              jsonOrNull(entry.value),
              jsonOrNull(entry.shipped),
              release.publishedAt,
            ),
            putVersion(
              kind,
              scope,
              id,
              release.number,
              entry.author,
              entry.approver,
              entry.note,
              release.publishedAt,
            ),
          ]),
          ...drafts.map((draft) =>
            updateOf(
              { ...draft, status: 'published', rev: draft.rev + 1, updatedAt: release.publishedAt },
              draft.rev,
            ),
          ),
        );
        return true;
      }),
    prune: (keep) =>
      gate.write(function* prune() {
        yield* finish(pruneCompiled(keep), pruneModels(keep));
      }),
  };
}

const releaseOf = (row: Row): ReleaseRow => ({
  number: int(row, 'number'),
  hash: text(row, 'hash'),
  publishedAt: int(row, 'published_at'),
  note: text(row, 'note'),
  shipped: textOrNull(row, 'shipped') ?? '',
  model: textOrNull(row, 'model'),
  figures: jsonAt(row, 'figures'),
  changes: jsonAt(row, 'changes') ?? [],
  publisher: textOrNull(row, 'publisher') ?? '',
});

/* ---- publications ---- */

export const PUBLICATION_STATUSES = ['waiting', 'running', 'published', 'refused'] as const;

/** One run of the gate, as officers follow it. */
export interface Publication {
  readonly id: string;
  /** `draft:<id>`, `restore:<number>`. */
  readonly what: string;
  readonly scope: string;
  readonly status: (typeof PUBLICATION_STATUSES)[number];
  readonly stage: string;
  readonly done: number;
  /** Why it was refused, in words. */
  readonly reasons: readonly string[];
  readonly officer: string;
  readonly officerName: string;
  readonly note: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly release: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface PublicationStore {
  add(publication: Omit<Publication, 'id' | 'createdAt' | 'updatedAt'>, now: number): Promise<string>;
  put(publication: Publication, now: number): Promise<void>;
  find(id: string): Promise<Publication | null>;
  /** Of these drafts, the newest each. */
  open(): Promise<readonly Publication[]>;
  list(limit: number): Promise<readonly Publication[]>;
}

const PUBLICATION = `id, what, scope, status, stage, done, reasons, officer, officer_name, note, due_at, release,
  created_at, updated_at`;
const addPublication = statement(
  `INSERT INTO publication (${PUBLICATION})
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
);
/** Progress that comes late does not open again what is settled. */
const putPublication = statement(
  `UPDATE publication SET status = $2, stage = $3, done = $4, reasons = $5, release = $6, updated_at = $7
   WHERE id = $1 AND (CAST($2 AS text) <> 'running' OR status IN ('waiting', 'running'))`,
);
const findPublication = statement(`SELECT ${PUBLICATION} FROM publication WHERE id = $1`);
const openPublications = statement(
  `SELECT ${PUBLICATION} FROM publication WHERE status IN ('waiting', 'running') ORDER BY due_at, id`,
);
const listPublications = statement(`SELECT ${PUBLICATION} FROM publication ORDER BY id DESC LIMIT $1`);

export function createPublicationStore({ gate }: Database): PublicationStore {
  const read = async (found: Statement): Promise<Publication[]> => {
    const [rows] = await gate.read(() => run(found));
    return (rows ?? []).map(publicationOf);
  };
  return {
    add: (publication, now) =>
      gate.write(function* add() {
        const id = newId(now);
        const { what, scope, status, stage, done, reasons, officer, officerName, note, dueAt, release } =
          publication;
        yield* finish(
          addPublication(
            id,
            what,
            scope,
            status,
            stage,
            done,
            JSON.stringify(reasons),
            officer,
            officerName,
            note,
            dueAt,
            release,
            now,
          ),
        );
        return id;
      }),
    put: ({ id, status, stage, done, reasons, release }, now) =>
      gate.write(function* put() {
        yield* finish(putPublication(id, status, stage, done, JSON.stringify(reasons), release, now));
      }),
    find: async (id) => (await read(findPublication(id)))[0] ?? null,
    open: () => read(openPublications()),
    list: (limit) => read(listPublications(limit)),
  };
}

function publicationOf(row: Row): Publication {
  const reasons = jsonAt(row, 'reasons');
  return {
    id: text(row, 'id'),
    what: text(row, 'what'),
    scope: text(row, 'scope'),
    status: oneOf(row, 'status', PUBLICATION_STATUSES),
    stage: text(row, 'stage'),
    done: int(row, 'done'),
    reasons: Array.isArray(reasons) ? reasons.map(String) : [],
    officer: text(row, 'officer'),
    officerName: text(row, 'officer_name'),
    note: text(row, 'note'),
    dueAt: int(row, 'due_at'),
    release: intOrNull(row, 'release'),
    createdAt: int(row, 'created_at'),
    updatedAt: int(row, 'updated_at'),
  };
}
