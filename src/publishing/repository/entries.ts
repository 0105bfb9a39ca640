import type { Json } from '#root/json.ts';
import { finish, int, oneOf, run, statement, text, type Database, type Row } from '#store/database.ts';
import { entryKinds } from '../contract.ts';
import type { Change, EntryKey } from '../ports.ts';
import { jsonOrNull, jsonAt } from './json-columns.ts';

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
    key: { kind: oneOf(row, 'kind', entryKinds), scope: text(row, 'scope'), id: text(row, 'id') },
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
