import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { limits, type SheetFault } from '../sheet.ts';
import { words } from '../words.vi.ts';
import type { RawCell, RawSheet } from './raw.ts';
import { FileRefused } from './refused.ts';
import { unpack } from './unpack.ts';

/** The sheets of an .xlsx file as they stand there, with the formulas in them as faults. Throws FileRefused. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const { parts, safe } = unpack(bytes);
  for (const [path, xml] of parts) if (path.startsWith('xl/worksheets/')) holdToLimits(xml);
  const sheets = await readExcelFile(Buffer.from(safe), { trim: false }).catch((error: unknown) => {
    throw new FileRefused(words.broken, { cause: error });
  });
  const paths = sheetPaths(parts);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    cells: data.map((row) => row.map(rawOf)),
    faults: formulasIn(parts.get(paths.get(sheet) ?? '') ?? '', sheet),
  }));
}

/** What the library calls a date constructor is a date. */
function rawOf(value: CellValue | null): RawCell {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'function') return null;
  return value;
}

/** Before anything is laid out in memory: a single cell in the last row of a sheet stands for a million empty ones. */
function holdToLimits(xml: string): void {
  let rows = 0;
  for (const [, named] of xml.matchAll(/<(?:\w+:)?row\b(?:[^>]*?\br="(\d+)")?/g)) {
    rows = Math.max(rows + 1, Number(named ?? 0));
    if (rows > limits.rows + HEADING_ROWS) throw new FileRefused(words.tooManyRows(limits.rows));
  }
  for (const [, column = ''] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)\d+"/g))
    if (column.length > 2) throw new FileRefused(words.tooManyColumns);
}

const HEADING_ROWS = 10;

/** Where each sheet stands in the file, by its name. */
function sheetPaths(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g))
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'));
  const paths = new Map<string, string>();
  for (const [tag] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g))
    paths.set(plain(attribute(tag, 'name')), targets.get(attribute(tag, 'r:id')) ?? '');
  return paths;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

function formulasIn(xml: string, sheet: string): SheetFault[] {
  const found = [...xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>/]*>\s*<(?:\w+:)?f[\s>/]/g)];
  return found
    .slice(0, 100)
    .map(([, cell = '']) => ({ sheet, cell, message: words.formula, severity: 'error' }));
}
