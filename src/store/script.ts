/**
 * SQL that both engines run. A script is a generator that yields batches of statements and gets their rows back:
 * SQLite runs it straight through inside a savepoint, PostgreSQL sends each batch in one round trip.
 */
export type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;
export type Rows = readonly Row[];

export interface Statement {
  /** Parameters are `$1`, `$2`, … */
  readonly text: string;
  /** Prepared once per connection under this name. */
  readonly name: string;
  readonly values: readonly Value[];
  /** Made by `counter`. */
  readonly counts?: true;
}

export interface Batch {
  readonly statements: readonly Statement[];
  /** Nothing is yielded after it: PostgreSQL commits in the same round trip. */
  readonly last: boolean;
}

export type Script<R> = Generator<Batch, R, readonly Rows[]>;

let defined = 0;

/** Defines a statement once, at module level; calling it fills in the values. */
export function statement(text: string): (...values: Value[]) => Statement {
  defined += 1;
  const name = `s${defined}`;
  return (...values) => ({ text, name, values });
}

/**
 * A statement that adds its last value to the row that the values before it name. Many scripts share such rows: in
 * a group they are added up and written last, in one order everywhere, so that no two nodes wait for each other.
 * Gives no rows; belongs into the closing batch.
 */
export function counter(text: string): (...keyAndAmount: [...Value[], number]) => Statement {
  const add = statement(text);
  return (...values) => ({ ...add(...values), counts: true });
}

/** One batch: the rows of each statement, in order. */
export function* run(...statements: readonly Statement[]): Script<readonly Rows[]> {
  return yield { statements, last: false };
}

/** The closing batch of a script. */
export function* finish(...statements: readonly Statement[]): Script<readonly Rows[]> {
  return yield { statements, last: true };
}

/** One statement that gives at most one row. */
export function* runOne(statement: Statement): Script<Row | undefined> {
  const [rows] = yield { statements: [statement], last: false };
  return rows?.[0];
}

/** How rooms read and write: see docs/decisions/005-commit-gate.md. */
export interface Gate {
  /**
   * All of the script or nothing; resolves when it is on the disk. One that throws undoes itself alone.
   * It may be run more than once before it counts (a lost connection, a neighbour that threw): no effects but its SQL.
   */
  write<R>(script: () => Script<R>): Promise<R>;
  /** Like `write`, but may be forgotten when the machine (not the process) goes down: leases. */
  lease<R>(script: () => Script<R>): Promise<R>;
  /** No transaction: each batch sees what is committed when it runs. */
  read<R>(script: () => Script<R>): Promise<R>;
}

export interface ClosableGate extends Gate {
  /** Resolves when everything that was asked for is answered. */
  close(): Promise<void>;
}
