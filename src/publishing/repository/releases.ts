import type { Json } from '#root/json.ts';
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
  type Script,
} from '#store/database.ts';
import type { Draft, EntryKey } from '../ports.ts';
import { jsonOrNull, jsonAt } from './json-columns.ts';
import { updateOf } from './drafts.ts';

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
