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
} from '#store/database.ts';
import type { Officer } from '#staff/officer.ts';
import { entryKinds } from '../contract.ts';
import type { EntryKey } from '../ports.ts';
import type { Looked } from './look.ts';
import { LINK_STATES, type LinkState } from './look-states.ts';

export interface LinkRow extends Looked {
  readonly url: string;
  readonly lookedAt: number;
  readonly failures: number;
  readonly failingSince: number | null;
}

/** Who looks at an entry, and who said last that it still holds. */
export interface WorkRow {
  readonly key: EntryKey;
  readonly taken: { readonly by: string; readonly name: string; readonly at: number } | null;
  readonly confirmed: { readonly name: string; readonly at: number; readonly hash: string } | null;
}

const links = statement(
  'SELECT url, state, detail, looked_at, failures, failing_since FROM link_state ORDER BY url',
);
const looked = statement(
  `INSERT INTO link_state (url, state, detail, looked_at, failures, failing_since)
   VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 > 0 THEN CAST($4 AS bigint) END)
   ON CONFLICT (url) DO UPDATE SET state = excluded.state, detail = excluded.detail, looked_at = excluded.looked_at,
     failures = CASE WHEN excluded.failures > 0 THEN link_state.failures + 1 ELSE 0 END,
     failing_since = CASE WHEN excluded.failures > 0 THEN COALESCE(link_state.failing_since, excluded.looked_at) END`,
);
const forget = statement('DELETE FROM link_state WHERE looked_at < $1');
const works = statement(
  `SELECT kind, scope, id, taken_by, taken_name, taken_at, confirmed_name, confirmed_at, confirmed_hash FROM freshness_work`,
);
const take = statement(
  `INSERT INTO freshness_work (kind, scope, id, taken_by, taken_name, taken_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (kind, scope, id) DO UPDATE SET taken_by = excluded.taken_by, taken_name = excluded.taken_name,
     taken_at = excluded.taken_at`,
);
const confirm = statement(
  `INSERT INTO freshness_work (kind, scope, id, confirmed_name, confirmed_at, confirmed_hash) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (kind, scope, id) DO UPDATE SET confirmed_name = excluded.confirmed_name,
     confirmed_at = excluded.confirmed_at, confirmed_hash = excluded.confirmed_hash, taken_by = NULL, taken_name = NULL,
     taken_at = NULL`,
);

const failing: ReadonlySet<LinkState> = new Set(['gone', 'moved', 'failed']);

export type FreshnessStore = ReturnType<typeof createFreshnessStore>;

export function createFreshnessStore({ gate }: Database) {
  return {
    links: (): Promise<readonly LinkRow[]> =>
      gate.read(function* list() {
        const [rows = []] = yield* run(links());
        return rows.map(linkOf);
      }),
    looked: (url: string, { state, detail }: Looked, now: number) =>
      gate.write(function* put() {
        yield* finish(looked(url, state, detail.slice(0, 200), now, failing.has(state) ? 1 : 0));
      }),
    /** Links that stand in no entry any more. */
    forget: (before: number) =>
      gate.write(function* drop() {
        yield* finish(forget(before));
      }),
    works: (): Promise<readonly WorkRow[]> =>
      gate.read(function* list() {
        const [rows = []] = yield* run(works());
        return rows.map(workOf);
      }),
    /** null: gives it back. */
    take: ({ kind, scope, id }: EntryKey, by: Officer | null, now: number) =>
      gate.write(function* put() {
        yield* finish(take(kind, scope, id, by?.id ?? null, by?.name ?? null, by === null ? null : now));
      }),
    confirm: ({ kind, scope, id }: EntryKey, by: Officer, hash: string, now: number) =>
      gate.write(function* put() {
        yield* finish(confirm(kind, scope, id, by.name, now, hash));
      }),
  };
}

const linkOf = (row: Row): LinkRow => ({
  url: text(row, 'url'),
  state: oneOf(row, 'state', LINK_STATES),
  detail: text(row, 'detail'),
  lookedAt: int(row, 'looked_at'),
  failures: int(row, 'failures'),
  failingSince: intOrNull(row, 'failing_since'),
});

function workOf(row: Row): WorkRow {
  const scope = text(row, 'scope');
  const by = textOrNull(row, 'taken_by');
  const hash = textOrNull(row, 'confirmed_hash');
  return {
    key: { kind: oneOf(row, 'kind', entryKinds), scope, id: text(row, 'id') },
    taken:
      by === null
        ? null
        : { by, name: textOrNull(row, 'taken_name') ?? '', at: intOrNull(row, 'taken_at') ?? 0 },
    confirmed:
      hash === null
        ? null
        : { hash, name: textOrNull(row, 'confirmed_name') ?? '', at: intOrNull(row, 'confirmed_at') ?? 0 },
  };
}
