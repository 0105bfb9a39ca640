import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { entriesIn } from '#publishing/places/places.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import { books } from '#workbooks/books/books.ts';
import { writeCsv } from '#workbooks/file/csv.ts';
import { writeXlsx } from '#workbooks/file/write-xlsx.ts';
import { shelfOf } from '#workbooks/shelf.ts';
import type { Table } from '#workbooks/sheet.ts';
import { runTask } from '#workbooks/tasks.ts';
import { dataDir } from '../knowledge/cases.ts';

vi.setConfig({ testTimeout: 300_000 });

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = [...entriesIn(openWorkbench(dataDir).values).values()].map((placed) =>
  Object.assign({}, placed, { version: 0, hash: '', edited: false }),
);
const shelf = shelfOf(
  {
    entries: (_scope, kind) =>
      entries.filter(({ key }) => key.kind === kind && (kind === 'unit' || key.scope === 'base')),
  },
  'base',
);

/** A file as LibreOffice saves it after opening it. */
function resaved(file: Uint8Array, from: 'xlsx' | 'csv', to: 'xlsx' | 'csv'): Uint8Array {
  const path = join(folder, `bang.${from}`);
  writeFileSync(path, file);
  // 44, 34, 76: comma, quote, UTF-8; the first row on; 2: every column is text, as officers are told to open it.
  const columns = Array.from({ length: 30 }, (_, column) => `${String(column + 1)}/2`).join('/');
  execFileSync(
    office ?? '',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      ...(from === 'csv' ? [`--infilter=Text - txt - csv (StarCalc):44,34,76,1,${columns}`] : []),
      '--convert-to',
      to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' : to,
      '--outdir',
      join(folder, 'out'),
      path,
    ],
    { stdio: 'pipe' },
  );
  return readFileSync(join(folder, 'out', `bang.${to}`));
}

async function changesIn(tables: readonly Table[], file: Uint8Array): Promise<unknown> {
  const result = await runTask({ kind: 'compare', file, tables }, () => undefined);
  if (result.kind !== 'compared') throw new Error(JSON.stringify(result));
  return { changes: result.compared.changes.slice(0, 3), faults: result.compared.faults.slice(0, 3) };
}

/** Drop-downs, notes, filters and the hidden lists of a workbook. (Without a window it keeps no frozen rows, of any file.) */
function guidesIn(file: Uint8Array) {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  const count = (folder: string, pattern: RegExp): number =>
    parts
      .filter(([path]) => path.startsWith(folder))
      .reduce((all, [, xml]) => all + [...xml.matchAll(pattern)].length, 0);
  return {
    lists: count('xl/worksheets/sheet', /<dataValidation\b[^>]*type="list"/g),
    notes: count('xl/comments', /<comment\b/g),
    filters: count('xl/worksheets/sheet', /<autoFilter\b/g),
    hidden: count('xl/workbook.xml', /state="hidden"/g) === 1,
  };
}

describe.skipIf(office === undefined)('LibreOffice opens and saves', () => {
  it.each(books.map(({ id }) => id))('%s without changing a cell', async (id) => {
    const book = books.find((one) => one.id === id);
    const tables = book?.tables(shelf) ?? [];
    const file = await writeXlsx({ title: book?.title ?? '', help: book?.help ?? [], tables });
    const saved = resaved(file, 'xlsx', 'xlsx');
    expect(await changesIn(tables, saved)).toEqual({ changes: [], faults: [] });
    // What guides the officer was understood, and kept.
    const before = guidesIn(file);
    expect(before).toMatchObject({ lists: expect.any(Number) as number, hidden: true });
    expect(guidesIn(saved)).toEqual(before);
  });

  it('a CSV as a workbook', async () => {
    const [table] = books.find(({ id }) => id === 'lien-he')?.tables(shelf) ?? [];
    if (table === undefined) throw new Error('no contacts');
    const book = resaved(writeCsv(table), 'csv', 'xlsx');
    expect(await changesIn([table], book)).toEqual({ changes: [], faults: [] });
  });
});
