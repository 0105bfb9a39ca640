/**
 * A workbook as plain data: what a worker can be sent. A sheet's columns say how each cell is written for people
 * and read back.
 */

/** null: empty. Dates are `YYYY-MM-DD`. */
export type Cell = string | number | null;

/** By column id. */
export type Row = Readonly<Record<string, Cell>>;

export type ColumnKind =
  /** Words on one or more lines. */
  | 'text'
  /** An id or a number that is no amount: never turned into a number. */
  | 'code'
  | 'number'
  | 'date'
  /** One of `choices`, shown by its label. */
  | 'choice'
  /** Several, one a line. */
  | 'list';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Column {
  readonly id: string;
  readonly heading: string;
  /** What to fill in: the note at the heading, and the hint at each cell. */
  readonly note: string;
  /** In characters. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** For `choice` all; for `number` words that stand for no number, such as `unknown`. */
  readonly choices?: readonly Choice[];
  readonly required?: true;
  /** Shown to find one's way; changes are not taken. */
  readonly readOnly?: true;
}

export interface SheetSpec {
  readonly id: string;
  /** Name of the tab, at most 31 characters. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns that say which row it is. */
  readonly key: readonly string[];
  /** Columns by which officers know a row, where the key says little. */
  readonly title?: readonly string[];
}

export interface Table {
  readonly spec: SheetSpec;
  readonly rows: readonly Row[];
}

/** Something wrong with a file, where the officer can find it. */
export interface SheetFault {
  readonly sheet: string;
  /** `D7`; null: about the whole sheet or file. */
  readonly cell: string | null;
  readonly message: string;
  /** Warnings keep nothing back. */
  readonly severity: 'error' | 'warning';
}

/** More than any ward writes; a sheet with more is a mistake or an attack. */
export const limits = {
  rows: 20_000,
  columns: 60,
  /** Of a file as uploaded. */
  bytes: 8 * 1024 * 1024,
  /** Of what is packed in it. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Excel's own. */
  cellChars: 32_767,
} as const;

/** `A`, `Z`, `AA` of 0, 25, 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** `D7` of column 3 and row 6, both from 0. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;
