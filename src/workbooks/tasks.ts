import { differenceOf, type Difference } from './difference.ts';
import { readCsv, writeCsv } from './file/csv.ts';
import type { RawSheet } from './file/raw.ts';
import { readTable } from './file/read-table.ts';
import { readXlsx } from './file/read-xlsx.ts';
import { FileRefused } from './file/refused.ts';
import { isPacked } from './file/unpack.ts';
import { writeXlsx, type Workbook } from './file/write-xlsx.ts';
import { limits, type SheetFault, type Table } from './sheet.ts';
import { words } from './words.vi.ts';

/** What is done beside the event loop. Plain data in, plain data out. */
export type Task =
  | { readonly kind: 'xlsx'; readonly workbook: Workbook }
  | { readonly kind: 'csv'; readonly table: Table }
  | { readonly kind: 'compare'; readonly file: Uint8Array; readonly tables: readonly Table[] };

export type TaskResult =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'compared'; readonly compared: Compared }
  /** The file is none that can be read; `message` is for the officer. */
  | { readonly kind: 'refused'; readonly message: string };

export type Compared = Difference & { readonly rows: number };

/** Says how far it is, 0 to 1. */
export type Say = (done: number) => void;

export async function runTask(task: Task, say: Say): Promise<TaskResult> {
  if (task.kind === 'xlsx') return { kind: 'file', bytes: await writeXlsx(task.workbook) };
  if (task.kind === 'csv') return { kind: 'file', bytes: writeCsv(task.table) };
  try {
    return { kind: 'compared', compared: await compare(task.file, task.tables, say) };
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', message: error.message };
    throw error;
  }
}

async function compare(file: Uint8Array, tables: readonly Table[], say: Say): Promise<Compared> {
  if (file.length === 0) throw new FileRefused(words.noFile);
  if (file.length > limits.bytes) throw new FileRefused(words.tooBig);
  say(0.05);
  const sheets = await sheetsOf(file, tables);
  say(0.6);
  const parts: Compared[] = [];
  for (const [index, table] of tables.entries()) {
    parts.push(compareOne(sheets, table, tables.length === 1));
    say(0.6 + (0.4 * (index + 1)) / tables.length);
  }
  return {
    changes: parts.flatMap(({ changes }) => changes),
    faults: parts.flatMap(({ faults }) => faults),
    same: parts.reduce((sum, { same }) => sum + same, 0),
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
  };
}

async function sheetsOf(file: Uint8Array, tables: readonly Table[]): Promise<readonly RawSheet[]> {
  const [first] = tables;
  if (isPacked(file) || first === undefined) return await readXlsx(file);
  if (file.subarray(0, 1024).includes(0) && !(file[0] === 0xff && file[1] === 0xfe))
    throw new FileRefused(words.notXlsx);
  // A text table holds one sheet: the one whose headings it has.
  const sheets = tables.map(({ spec }) => readCsv(file, spec.name));
  const fitting = sheets.filter((sheet, index) => {
    const spec = tables[index]?.spec;
    return spec !== undefined && readTable(sheet, spec).places.size === spec.columns.length;
  });
  return fitting.length > 0 ? fitting : sheets.slice(0, 1);
}

function compareOne(sheets: readonly RawSheet[], table: Table, only: boolean): Compared {
  const { spec } = table;
  const named = sheets.find(({ name }) => name.normalize('NFC').trim() === spec.name);
  const raw = named ?? (only && sheets.length === 1 ? sheets[0] : undefined);
  if (raw === undefined) {
    // A workbook may hold one of several tables: the others stay as they are.
    const fault: SheetFault = {
      sheet: spec.name,
      cell: null,
      message: words.noSheet(spec.name),
      severity: only ? 'error' : 'warning',
    };
    return { changes: [], faults: [fault], same: 0, rows: 0 };
  }
  const read = readTable({ ...raw, name: spec.name }, spec);
  const broken = read.faults.some(({ cell, severity }) => cell === null && severity === 'error');
  if (broken) return { changes: [], faults: read.faults, same: 0, rows: read.rows.length };
  return { ...differenceOf(table, read), rows: read.rows.length };
}
