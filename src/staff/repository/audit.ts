import { finish, int, run, runOne, statement, text, type Database, type Row } from '#store/database.ts';
import type { Audit, AuditLine } from '../door.ts';
import { keyedHash } from '../secrets.ts';

export interface AuditEntry extends AuditLine {
  readonly seq: number;
  readonly at: number;
  readonly hash: string;
}

export interface AuditFilter {
  /** `base`: all. */
  readonly scope: string;
  readonly officer: string | null;
  /** `people` finds `people.invite`. */
  readonly action: string | null;
  readonly subject: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Only lines before this one: the next page. */
  readonly before: number | null;
  readonly limit: number;
}

export interface AuditLog extends Audit {
  readonly find: (filter: AuditFilter) => Promise<readonly AuditEntry[]>;
  /** Walks the whole chain. `broken`: the first line that is not as it was written, or follows on a gap. */
  readonly check: () => Promise<{
    readonly lines: number;
    readonly last: string;
    readonly broken: number | null;
  }>;
}

const columns = 'seq, at, officer, scope, action, subject, detail, previous, hash';
const last = statement('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
const insert = statement(
  `INSERT INTO audit (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (seq) DO NOTHING RETURNING seq`,
);
const page = statement(`SELECT ${columns} FROM audit WHERE seq > $1 ORDER BY seq LIMIT 1000`);
/** An empty value filters nothing. */
const filtered = statement(
  `SELECT ${columns} FROM audit
   WHERE ($1 = 'base' OR scope = $1) AND ($2 = '' OR officer = $2)
     AND ($3 = '' OR action = $3 OR substr(action, 1, length($3) + 1) = $3 || '.')
     AND ($4 = '' OR subject = $4)
     AND at >= $5 AND at < $6 AND seq < $7
   ORDER BY seq DESC LIMIT $8`,
);

/** Of the line before the first. */
const START = '0'.repeat(64);
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/**
 * Each line holds the keyed hash of the one before: whoever changes, takes out or slips in a line would have to write
 * all after it anew, with a key that is not in the database.
 */
export function createAudit({ gate }: Database, sealKey: string): AuditLog {
  const hash = keyedHash(sealKey, 'audit chain');
  let line: Promise<unknown> = Promise.resolve();

  /** False: another node wrote that line first. */
  const append = (entry: AuditLine, at: number): Promise<boolean> =>
    gate.write(function* append() {
      const row = yield* runOne(last());
      const seq = row === undefined ? 1 : int(row, 'seq') + 1;
      const previous = row === undefined ? START : text(row, 'hash');
      const { officer, scope, action, subject, detail } = entry;
      const written = hash(contentOf({ seq, at, ...entry }, previous));
      const [made = []] = yield* finish(
        insert(seq, at, officer, scope, action, subject, detail, previous, written),
      );
      return made.length === 1;
    });

  const write = async (entry: AuditLine, at: number): Promise<void> => {
    while (!(await append(entry, at)));
  };

  return {
    // One after the other: lines of one process never compete for a number.
    write: (entry, now) => {
      const written = line.then(() => write(entry, now));
      line = written.catch(() => undefined);
      return written;
    },

    find: ({ scope, officer, action, subject, from, to, before, limit }) =>
      gate.read(function* find() {
        const [rows = []] = yield* run(
          filtered(
            scope,
            officer ?? '',
            action ?? '',
            subject ?? '',
            from ?? 0,
            to ?? END_OF_TIME,
            before ?? END_OF_TIME,
            limit,
          ),
        );
        return rows.map(entryOf);
      }),

    async check() {
      let at = { seq: 0, hash: START };
      for (;;) {
        const [rows = []] = await gate.read(() => run(page(at.seq)));
        if (rows.length === 0) return { lines: at.seq, last: at.hash, broken: null };
        for (const row of rows) {
          const entry = entryOf(row);
          const sound =
            entry.seq === at.seq + 1 &&
            text(row, 'previous') === at.hash &&
            entry.hash === hash(contentOf(entry, at.hash));
          if (!sound) return { lines: at.seq, last: at.hash, broken: entry.seq };
          at = entry;
        }
      }
    },
  };
}

const contentOf = (
  { seq, at, officer, scope, action, subject, detail }: Omit<AuditEntry, 'hash'>,
  previous: string,
): string => JSON.stringify([seq, at, officer, scope, action, subject, detail, previous]);

const entryOf = (row: Row): AuditEntry => ({
  seq: int(row, 'seq'),
  at: int(row, 'at'),
  officer: text(row, 'officer'),
  scope: text(row, 'scope'),
  action: text(row, 'action'),
  subject: text(row, 'subject'),
  detail: text(row, 'detail'),
  hash: text(row, 'hash'),
});
