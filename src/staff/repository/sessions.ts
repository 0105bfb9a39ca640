import { newId } from '#root/ids.ts';
import { finish, int, runOne, run, statement, text, type Database, type Row } from '#store/database.ts';

export interface Session {
  readonly id: string;
  readonly account: string;
  readonly secondGiven: boolean;
  readonly address: string;
  readonly agent: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
}

const columns = 'id, account, second_factor, address, agent, created_at, seen_at, expires_at';
const insert = statement(
  `INSERT INTO staff_session (token_hash, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
);
const byToken = statement(
  `SELECT ${columns} FROM staff_session WHERE token_hash = $1 AND expires_at > $2 AND seen_at > $3`,
);
const of = statement(
  `SELECT ${columns} FROM staff_session WHERE account = $1 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC`,
);
const seen = statement('UPDATE staff_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2');
const end = statement('DELETE FROM staff_session WHERE account = $1 AND id = $2 RETURNING id');
const endOthers = statement('DELETE FROM staff_session WHERE account = $1 AND id <> $2 RETURNING id');
const drop = statement('DELETE FROM staff_session WHERE expires_at <= $1 OR seen_at <= $2');

export type SessionStore = ReturnType<typeof createSessionStore>;

/** `idleMs`: a session that nobody used that long is over, whatever its end. */
export function createSessionStore({ gate }: Database, idleMs: number) {
  return {
    find: async (tokenHash: string, now: number): Promise<Session | null> => {
      const row = await gate.read(() => runOne(byToken(tokenHash, now, now - idleMs)));
      return row === undefined ? null : sessionOf(row);
    },
    of: (account: string, now: number): Promise<readonly Session[]> =>
      gate.read(function* list() {
        const [rows = []] = yield* run(of(account, now, now - idleMs));
        return rows.map(sessionOf);
      }),
    /** Sweeps what is over as it goes. */
    open: (tokenHash: string, session: Omit<Session, 'id' | 'seenAt'>) =>
      gate.write(function* open() {
        const { account, secondGiven, address, agent, createdAt, expiresAt } = session;
        const id = newId(createdAt);
        yield* finish(
          drop(createdAt, createdAt - idleMs),
          insert(tokenHash, id, account, secondGiven ? 1 : 0, address, agent, createdAt, expiresAt),
        );
        return id;
      }),
    seen: (id: string, now: number) =>
      gate.lease(function* mark() {
        yield* finish(seen(id, now));
      }),
    end: (account: string, id: string) =>
      gate.write(function* endOne() {
        const [rows = []] = yield* finish(end(account, id));
        return rows.length > 0;
      }),
    /** All but `keep`; how many. */
    endOthers: (account: string, keep: string) =>
      gate.write(function* endAll() {
        const [rows = []] = yield* finish(endOthers(account, keep));
        return rows.length;
      }),
  };
}

function sessionOf(row: Row): Session {
  return {
    id: text(row, 'id'),
    account: text(row, 'account'),
    secondGiven: int(row, 'second_factor') === 1,
    address: text(row, 'address'),
    agent: text(row, 'agent'),
    createdAt: int(row, 'created_at'),
    seenAt: int(row, 'seen_at'),
    expiresAt: int(row, 'expires_at'),
  };
}
