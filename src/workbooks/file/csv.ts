import type { Table } from '../sheet.ts';
import { limits } from '../sheet.ts';
import { words } from '../words.vi.ts';
import { neutralise } from './neutral.ts';
import { headingOf } from './heading.ts';
import type { RawSheet } from './raw.ts';
import { FileRefused } from './refused.ts';
import { shown } from './shown.ts';

/** Excel takes a file without it for one in the code page of the machine. */
const BOM = '\uFEFF';

/** RFC 4180, UTF-8 with a byte order mark. */
export function writeCsv({ spec, rows }: Table): Uint8Array {
  const lines = [
    spec.columns.map(headingOf),
    ...rows.map((row) => spec.columns.map((column) => shown(column, row[column.id]))),
  ];
  const text = lines.map((line) => line.map(field).join(',')).join('\r\n');
  return new TextEncoder().encode(`${BOM}${text}\r\n`);
}

function field(text: string): string {
  const safe = neutralise(text);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text table with commas, semicolons or tabs between. `name`: of the sheet that it stands for. Throws FileRefused. */
export function readCsv(bytes: Uint8Array, name: string): RawSheet {
  const text = decode(bytes);
  const cells: (string | null)[][] = [];
  for (const row of fieldsOf(text, separatorOf(text))) {
    if (cells.length > limits.rows + 10) throw new FileRefused(words.tooManyRows(limits.rows));
    if (row.length > 700) throw new FileRefused(words.tooManyColumns);
    cells.push(row.map((value) => (value === '' ? null : value)));
  }
  return { name, cells, faults: [] };
}

function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileRefused(words.notText, { cause: error });
  }
}

/** What stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function* fieldsOf(text: string, separator: string): Generator<string[]> {
  const special = new RegExp(`[${separator === '\t' ? '\\t' : separator}\\r\\n]`, 'g');
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      [value, at] = quoted(text, at + 1);
    }
    // What follows a closing quote up to the separator belongs to the field, as spreadsheets read it.
    special.lastIndex = at;
    const end = special.exec(text)?.index ?? text.length;
    row.push(value + text.slice(at, end));
    at = end + 1;
    const sign = text[end];
    if (sign === separator) {
      if (at >= text.length) row.push('');
      continue;
    }
    if (sign === '\r' && text[at] === '\n') at += 1;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

function quoted(text: string, from: number): [value: string, next: number] {
  let value = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return [value + text.slice(at), text.length];
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return [value, end + 1];
    value += '"';
    at = end + 2;
  }
}
