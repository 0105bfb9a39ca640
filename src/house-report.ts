import type { Route } from '#http/route.ts';
import { createReportStore } from '#insight/report/repository.ts';
import { reportRoutes } from '#insight/report/routes.ts';
import type { ReportTable } from '#insight/report/tables.ts';
import { createQuestionLog } from '#insight/repository/questions.ts';
import type { Release } from '#knowledge/release.ts';
import type { StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { runApart } from '#workbooks/apart.ts';
import type { Cell, Table } from '#workbooks/sheet.ts';
import { AppError } from './errors.ts';

/** Figures for officers, on pages and as files. */
export const createReportRoutes = (parts: {
  readonly database: Database;
  readonly door: StaffDoor;
  readonly release: () => Release;
  readonly clock: () => number;
}): readonly Route[] =>
  reportRoutes({
    ...parts,
    store: createReportStore(parts.database),
    log: createQuestionLog(parts.database),
    async file(format, title, help, tables) {
      const sheets = tables.map(sheetOf);
      const [first] = sheets;
      if (first === undefined) throw new AppError('NOT_FOUND');
      const made = await runApart(
        format === 'xlsx'
          ? { kind: 'xlsx', workbook: { title, help, tables: sheets, plain: true } }
          : { kind: 'csv', table: first },
      );
      if (made.kind !== 'file') throw new AppError('INTERNAL', 'no file was made');
      return made.bytes;
    },
  });

function sheetOf({ id, name, headings, rows }: ReportTable): Table {
  const [first = []] = rows;
  return {
    spec: {
      id,
      name,
      key: [],
      columns: headings.map(({ text, width }, column) => ({
        id: String(column),
        heading: text,
        note: '',
        width,
        kind: typeof first[column] === 'number' ? 'number' : 'text',
      })),
    },
    rows: rows.map((row) =>
      Object.fromEntries(row.map((cell, column): [string, Cell] => [String(column), cell])),
    ),
  };
}
