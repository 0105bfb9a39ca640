import writeExcelFile, { type Cell as FileCell } from 'write-excel-file/node';
import { columnName, limits, type Cell, type Column, type Table } from '../sheet.ts';
import { words } from '../words.vi.ts';
import { headingOf } from './heading.ts';
import { neutralise } from './neutral.ts';
import { shown } from './shown.ts';
import { xlsxParts, type Hint, type SheetParts } from './xlsx-parts.ts';
import { toXlsxText } from './xlsx-text.ts';

export interface Workbook {
  readonly title: string;
  /** Said on the sheet of instructions, before what holds for all. */
  readonly help: readonly string[];
  readonly tables: readonly Table[];
  /** Figures to look at: nothing to fill in, so no notes, drop-downs or words on how to bring it back. */
  readonly plain?: true;
}

const HEAD = '#1F5B3A';
const HEAD_READ_ONLY = '#6B7280';
const READ_ONLY = '#F1F2F4';

/** A workbook for Excel and LibreOffice: instructions, a sheet for each table, and hidden lists for the drop-downs. */
export async function writeXlsx({ title, help, tables, plain }: Workbook): Promise<Uint8Array> {
  const lists = tables.flatMap(({ spec }) => spec.columns.filter(({ choices }) => choices !== undefined));
  const nothing = { notes: [], hints: [], filter: null, hidden: false, rows: 1, columns: 1 };
  const first = {
    sheet: plain === true ? words.about : words.instructions,
    ...instructions(title, plain === true ? help : [...help, ...words.general], plain === true ? [] : tables),
  };
  const sheets = [
    first,
    ...tables.map((table) => ({ sheet: table.spec.name, ...tableSheet(table) })),
    ...(lists.length === 0 ? [] : [{ sheet: words.lists, ...listSheet(lists) }]),
  ];
  const parts: SheetParts[] = [
    { ...nothing, columns: 2 },
    ...tables.map((table) => partsOf(table, lists)),
    { ...nothing, hidden: true },
  ];
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [xlsxParts(parts)] };
  return await writeExcelFile(sheets, options).toBuffer();
}

interface Sheet {
  readonly data: FileCell[][];
  readonly columns: { width: number }[];
}

function tableSheet({ spec, rows }: Table): Sheet & { readonly stickyRowsCount: number } {
  const blank = spec.columns.map((column) => cellOf(column, null));
  const head = spec.columns.map((column) => ({
    value: headingOf(column),
    type: String,
    fontWeight: 'bold' as const,
    textColor: '#FFFFFF',
    backgroundColor: column.readOnly === true ? HEAD_READ_ONLY : HEAD,
    wrap: true,
    alignVertical: 'center' as const,
  }));
  const data = rows.map((row) => spec.columns.map((column) => cellOf(column, row[column.id])));
  return {
    data: [head, ...(data.length === 0 ? [blank] : data)],
    columns: spec.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

function cellOf(column: Column, cell: Cell | undefined): FileCell {
  const look = {
    wrap: column.kind === 'text' || column.kind === 'list',
    alignVertical: 'top' as const,
    ...(column.readOnly === true ? { backgroundColor: READ_ONLY } : {}),
  };
  // Empty cells too: a column takes the format of its first one, so that what is typed below is read as meant.
  if (column.kind === 'number' && (typeof cell === 'number' || cell == null))
    return { ...look, ...held(cell), type: Number, format: '#,##0' };
  if (column.kind === 'date')
    return {
      ...look,
      ...held(cell == null ? null : new Date(`${String(cell)}T00:00:00Z`)),
      type: Date,
      format: 'dd/mm/yyyy',
    };
  const text = toXlsxText(neutralise(shown(column, cell)));
  const fits = text.length <= limits.cellChars ? text : words.tooLong;
  return { ...look, ...held(text === '' ? null : fits), type: String, format: '@' };
}

const held = <Value>(value: Value | null | undefined): { value?: Value } => (value == null ? {} : { value });

function partsOf({ spec, rows }: Table, lists: readonly Column[]): SheetParts {
  return {
    rows: rows.length + 1,
    columns: spec.columns.length,
    filter: spec.name,
    hidden: false,
    notes: spec.columns.flatMap(({ note }, column) => (note === '' ? [] : [{ column, text: note }])),
    hints: spec.columns.flatMap((column, index) => hintOf(column, index, lists)),
  };
}

function hintOf(column: Column, index: number, lists: readonly Column[]): Hint[] {
  if (column.readOnly === true || column.note === '') return [];
  const hint = { column: index, title: column.heading, text: column.note };
  if (column.kind !== 'choice' || column.choices === undefined) return [hint];
  const name = columnName(lists.indexOf(column));
  const list = `'${words.lists}'!$${name}$1:$${name}$${String(column.choices.length)}`;
  return [{ ...hint, list, refusal: words.choose }];
}

function listSheet(lists: readonly Column[]): Sheet {
  const longest = Math.max(1, ...lists.map(({ choices = [] }) => choices.length));
  return {
    data: Array.from({ length: longest }, (_, row) =>
      lists.map(({ choices = [] }): FileCell => {
        const label = choices[row]?.label;
        return label === undefined ? null : { value: toXlsxText(label), type: String };
      }),
    ),
    columns: lists.map(() => ({ width: 24 })),
  };
}

function instructions(title: string, help: readonly string[], tables: readonly Table[]): Sheet {
  const wrap = { type: String, wrap: true, alignVertical: 'top' as const };
  const line = (text: string): FileCell[] => [
    { ...wrap, value: toXlsxText(text), columnSpan: 2, height: 15 * Math.ceil(text.length / 105) + 3 },
    null,
  ];
  const bold = (text: string): FileCell => ({ ...wrap, value: toXlsxText(text), fontWeight: 'bold' });
  return {
    columns: [{ width: 30 }, { width: 80 }],
    data: [
      [{ ...wrap, value: toXlsxText(title), fontWeight: 'bold', fontSize: 16, columnSpan: 2 }, null],
      ...help.map(line),
      ...tables.flatMap(({ spec }): FileCell[][] => [
        [null, null],
        [bold(`${words.columns}: ${spec.name}`), null],
        [bold(words.column), bold(words.fill)],
        ...spec.columns.map((column): FileCell[] => [
          { ...wrap, value: toXlsxText(headingOf(column)) },
          { ...wrap, value: toXlsxText(column.note) },
        ]),
      ]),
    ],
  };
}
