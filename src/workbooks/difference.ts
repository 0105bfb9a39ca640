import { KEEP, type ReadTable } from './file/read-table.ts';
import { isNamed, normal, normalKey } from './file/normal.ts';
import { cellName, type Cell, type Row, type SheetFault, type SheetSpec, type Table } from './sheet.ts';
import { words } from './words.vi.ts';

/** What a file says differently from what is kept now, row by row. */
export interface RowChange {
  readonly sheet: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** As kept now; null: added. */
  readonly before: Row | null;
  /** As the file would have it; null: removed. */
  readonly after: Row | null;
  /** Columns that differ; of added rows those that hold something. */
  readonly columns: readonly string[];
  /** From 0, in the file; null: removed. */
  readonly line: number | null;
  /** Where the file has each column, from 0. */
  readonly places: Readonly<Record<string, number>>;
}

export interface Difference {
  readonly changes: readonly RowChange[];
  readonly faults: readonly SheetFault[];
  /** Rows that say what is kept already. */
  readonly same: number;
}

/** Compares by key. Columns that the file has not, and cells that Excel could not hold, stay as they are. */
export function differenceOf(now: Table, read: ReadTable): Difference {
  const { spec } = now;
  const faults: SheetFault[] = [...read.faults];
  const kept = new Map(now.rows.map((row) => [normalKey(spec, row), row]));
  const changes: RowChange[] = [];
  const places = Object.fromEntries(read.places);
  let same = 0;
  for (const { row, line } of read.rows) {
    const key = normalKey(spec, row);
    const before = isNamed(spec, row) ? (kept.get(key) ?? null) : null;
    kept.delete(key);
    const after: Row = before === null ? withoutKeeps(row) : { ...before, ...takenFrom(spec, before, row) };
    const columns = spec.columns.filter(({ id }) => differs(before?.[id], after[id]));
    for (const column of spec.columns) {
      const place = read.places.get(column.id);
      if (column.readOnly !== true || before === null || place === undefined) continue;
      if (differs(before[column.id], row[column.id]))
        faults.push({
          sheet: spec.name,
          cell: cellName(line, place),
          message: words.readOnly,
          severity: 'warning',
        });
    }
    if (columns.length === 0) same += 1;
    else
      changes.push({
        sheet: spec.id,
        kind: before === null ? 'added' : 'changed',
        before,
        after,
        columns: columns.map(({ id }) => id),
        line,
        places,
      });
  }
  const gone = [...kept.values()].map((before): RowChange => ({
    sheet: spec.id,
    kind: 'removed',
    before,
    after: null,
    columns: [],
    line: null,
    places,
  }));
  return { changes: [...changes, ...gone], faults, same };
}

function takenFrom(spec: SheetSpec, before: Row, row: Row): Row {
  return Object.fromEntries(
    spec.columns
      .filter(({ id, readOnly }) => Object.hasOwn(row, id) && row[id] !== KEEP && readOnly !== true)
      // What was not changed stays to the letter, also where a program wrote it down a little differently.
      .filter(({ id }) => differs(before[id], row[id]))
      .map(({ id }) => [id, row[id] ?? null]),
  );
}

const withoutKeeps = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cell === KEEP ? null : cell]));

const differs = (a: Cell | undefined, b: Cell | undefined): boolean => normal(a) !== normal(b);
