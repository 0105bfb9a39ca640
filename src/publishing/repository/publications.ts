import { newId } from '#root/ids.ts';
import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  statement,
  text,
  type Database,
  type Row,
  type Statement,
} from '#store/database.ts';
import { publicationStatuses } from '../contract.ts';
import { jsonAt } from './json-columns.ts';

/** One run of the gate, as officers follow it. */
export interface Publication {
  readonly id: string;
  /** `draft:<id>`, `restore:<number>`. */
  readonly what: string;
  readonly scope: string;
  readonly status: (typeof publicationStatuses)[number];
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
    status: oneOf(row, 'status', publicationStatuses),
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
