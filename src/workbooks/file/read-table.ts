import {
  cellName,
  limits,
  type Cell,
  type Column,
  type Row,
  type SheetFault,
  type SheetSpec,
} from '../sheet.ts';
import { words } from '../words.vi.ts';
import { readDay } from './dates.ts';
import { plainHeading } from './heading.ts';
import { undo } from './neutral.ts';
import { isNamed, normalKey } from './normal.ts';
import type { RawCell, RawSheet } from './raw.ts';

/** A row as read. */
export interface ReadRow {
  readonly row: Row;
  /** From 0, in the file. */
  readonly line: number;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  /** Where each column stands; columns that the file has not are left as they are. */
  readonly places: ReadonlyMap<string, number>;
  readonly faults: readonly SheetFault[];
}

/** Stands for a cell that Excel could not hold: nothing was said about it. */
export const KEEP = '\u0000keep';

/** Finds the headings of a sheet and reads what stands under them. */
export function readTable(raw: RawSheet, spec: SheetSpec): ReadTable {
  const faults: SheetFault[] = [];
  const say = (cell: string | null, message: string, severity: SheetFault['severity'] = 'error'): void => {
    faults.push({ sheet: spec.name, cell, message, severity });
  };
  const head = headingLine(raw, spec);
  if (head === null) {
    say(null, words.noHeading);
    return { rows: [], places: new Map(), faults };
  }
  const places = placesOf(raw.cells[head] ?? [], head, spec, say);
  const rows: ReadRow[] = [];
  const known = new Map<string, number>();
  const [firstKey = ''] = spec.key;
  const nameOf = (line: number): string => cellName(line, places.get(firstKey) ?? 0);
  for (const [line, cells] of raw.cells.entries()) {
    if (line <= head || cells.every(isEmpty)) continue;
    if (rows.length >= limits.rows) {
      say(null, words.tooManyRows(limits.rows));
      break;
    }
    const row: Record<string, Cell> = {};
    for (const column of spec.columns) {
      const place = places.get(column.id);
      if (place === undefined) continue;
      const at = cellName(line, place);
      row[column.id] = readCell(cells[place] ?? null, column, (message, severity) =>
        say(at, message, severity),
      );
    }
    if (isNamed(spec, row)) {
      const key = normalKey(spec, row);
      const before = known.get(key);
      if (before !== undefined) say(nameOf(line), words.twiceRow(nameOf(before)));
      known.set(key, line);
    }
    rows.push({ row, line });
  }
  return { rows, places, faults: [...raw.faults, ...faults] };
}

/** Titles above a table, and a heading that somebody moved down, are no harm. */
function headingLine(raw: RawSheet, spec: SheetSpec): number | null {
  const wanted = new Set(spec.columns.map(({ heading }) => plainHeading(heading)));
  const hits = raw.cells
    .slice(0, 10)
    .map((row) => row.filter((cell) => typeof cell === 'string' && wanted.has(plainHeading(cell))).length);
  const best = Math.max(0, ...hits);
  return best >= Math.min(2, spec.columns.length) ? hits.indexOf(best) : null;
}

type Say = (cell: string | null, message: string, severity?: SheetFault['severity']) => void;

function placesOf(
  heading: readonly RawCell[],
  line: number,
  spec: SheetSpec,
  say: Say,
): ReadonlyMap<string, number> {
  const byHeading = new Map(spec.columns.map((column) => [plainHeading(column.heading), column]));
  const places = new Map<string, number>();
  for (const [place, cell] of heading.entries()) {
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    const column = byHeading.get(plainHeading(cell));
    if (column === undefined) say(cellName(line, place), words.unknownColumn(cell.trim()), 'warning');
    else if (places.has(column.id)) say(cellName(line, place), words.twiceColumn(column.heading));
    else places.set(column.id, place);
  }
  for (const { id, heading: name } of spec.columns)
    if (!places.has(id) && spec.key.includes(id)) say(null, words.missingColumn(name));
  return places;
}

function isEmpty(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

type SayCell = (message: string, severity?: SheetFault['severity']) => void;

function readCell(raw: RawCell, column: Column, say: SayCell): Cell {
  const value = typeof raw === 'string' ? undo(raw) : raw;
  if (typeof value === 'string' && /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value)) {
    say(words.errorValue(value));
    return null;
  }
  if (value === words.tooLong) return KEEP;
  if (typeof value === 'string' && value.length > limits.cellChars * 4) {
    say(words.tooLongNew);
    return null;
  }
  const cell = isEmpty(value) ? null : readers[column.kind](value, column, say);
  if (cell === null && column.required === true && isEmpty(value)) say(words.required);
  return cell;
}

type Reader = (value: RawCell, column: Column, say: SayCell) => Cell;

const readers: Readonly<Record<Column['kind'], Reader>> = {
  text: (value) => asText(value),
  list: (value) => asText(value),
  code: (value, _column, say) => {
    if (typeof value === 'number') say(words.codeAsNumber, 'warning');
    return asText(value).trim();
  },
  number: readNumber,
  date: readDate,
  choice: (value, column, say) => {
    const found = choiceOf(asText(value), column);
    if (found === null)
      say(words.notChoice(asText(value), (column.choices ?? []).map(({ label }) => label).join(', ')));
    return found;
  },
};

function asText(value: RawCell): string {
  if (value instanceof Date) return peopleDay(value);
  return value === null ? '' : String(value);
}

function peopleDay(at: Date): string {
  const [year = '', month = '', day = ''] = at.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function choiceOf(text: string, { choices = [] }: Column): string | null {
  const said = plainHeading(text);
  return (
    choices.find(({ value, label }) => value === text.trim() || label === text.trim())?.value ??
    choices.find(({ label }) => plainHeading(label) === said)?.value ??
    null
  );
}

function readNumber(value: RawCell, column: Column, say: SayCell): Cell {
  if (typeof value === 'number') return value;
  const text = asText(value);
  const other = choiceOf(text, column);
  if (other !== null) return other;
  // 8.000, 8,000 and 8 000 are all eight thousand here: amounts of đồng have no fractions.
  const digits = text.trim().replace(/\s*(đồng|đ|vnđ|vnd)\s*$/i, '');
  if (/^\d{1,3}([.,\s]\d{3})*$|^\d+$/.test(digits)) return Number(digits.replaceAll(/[.,\s]/g, ''));
  const others = (column.choices ?? []).map(({ label }) => `"${label}"`).join(', ');
  say(others === '' ? words.notNumber(text) : words.notNumberOr(text, others));
  return null;
}

function readDate(value: RawCell, _column: Column, say: SayCell): Cell {
  if (value instanceof Date) {
    if (!Number.isNaN(value.valueOf())) return value.toISOString().slice(0, 10);
    say(words.notDate(String(value)));
    return null;
  }
  const text = asText(value).trim();
  const day = readDay(text);
  if (day === null) say(words.notDate(text));
  return day;
}
