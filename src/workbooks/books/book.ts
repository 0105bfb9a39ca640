import type { Scope } from '#knowledge/schema/ids.ts';
import type { Json } from '#root/json.ts';
import type { Entry, EntryKey } from '#publishing/ports.ts';
import type { RowChange } from '../difference.ts';
import type { Row, SheetSpec, Table } from '../sheet.ts';

/** What a book is made from and goes back to. */
export interface Shelf {
  readonly scope: Scope;
  /** Of a unit: what holds there, the base with the unit's own over it. */
  readonly entries: (kind: EntryKey['kind']) => readonly Entry[];
}

/** One workbook: some tables, and how their rows become entries again. */
export interface Book {
  readonly id: string;
  readonly title: string;
  /** On the first sheet and on the page. */
  readonly help: readonly string[];
  readonly sheets: readonly SheetSpec[];
  /** Sheets whose rows are entries: one that is missing in a file is no wish to take it away. */
  readonly keepsRows: readonly string[];
  /** Rows may make entries that are not there yet. */
  readonly begins: boolean;
  /** A new entry's id, made from another column where its own is empty. null: rows stand in entries that are there. */
  readonly newId: { readonly sheet: string; readonly column: string; readonly from: string } | null;
  readonly tables: (shelf: Shelf) => readonly Table[];
  /** The entry that a row stands in. null: the row names none. */
  readonly keyOf: (sheet: string, row: Row, scope: Scope) => EntryKey | null;
  /** The entry's value with the rows' changes in it. Rows that cannot go in are told. */
  readonly apply: (value: Json | null, changes: readonly RowChange[]) => Applied;
  /** Where a fault of the entry stands: the row's key and the column. null: nowhere in the tables. */
  readonly place: (path: readonly string[], value: Json) => Place | null;
}

export interface Applied {
  readonly value: Json;
  readonly refused: readonly {
    readonly change: RowChange;
    readonly column: string;
    readonly message: string;
  }[];
}

export interface Place {
  readonly sheet: string;
  /** Of the key columns some, enough to find the row within its entry. */
  readonly row: Row;
  readonly column: string;
}
