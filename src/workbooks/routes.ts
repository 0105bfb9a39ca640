import { z } from 'zod';
import { contentDisposition } from './disposition.ts';
import { AppError } from '#root/errors.ts';
import { localDate } from '#root/clock.ts';
import { ok, type Answer } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { scopeParams, type StaffDoor } from '#staff/door.ts';
import { may, type Officer } from '#staff/officer.ts';
import { runApart } from './apart.ts';
import type { Book, Shelf } from './books/book.ts';
import { books } from './books/books.ts';
import { evaluationTable } from './books/evaluation.ts';
import {
  bookIdSchema,
  booksSchema,
  comparedSchema,
  compareQuery,
  draftedSchema,
  draftsQuery,
  fileQuery,
  progressSchema,
  type BookId,
} from './contract.ts';
import { acceptFile, compareFile, type ImportParts } from './import.ts';
import { createProgress } from './progress.ts';
import { limits, type Table } from './sheet.ts';
import { shelfOf } from './shelf.ts';
import { evaluationBook } from './words.vi.ts';

export interface WorkbookParts extends ImportParts {
  readonly door: StaffDoor;
}

const bookParams = scopeParams.extend({ book: bookIdSchema });
const bytesSchema = z.instanceof(Uint8Array);
/** A file brought back: looked at, then made into drafts. */
const upload = { params: bookParams, body: bytesSchema, mode: 'bytes', maxBytes: limits.bytes } as const;
const uploads = { points: 60, seconds: 600, key: ({ id }: Officer) => id };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What officers edit in Excel: files to take away, and files to bring back as drafts. */
export function workbookRoutes(parts: WorkbookParts): readonly Route[] {
  const { door, drafts, evaluation, clock } = parts;
  const progress = createProgress(clock);
  const tablesOf = async (book: Book | null, shelf: Shelf): Promise<readonly Table[]> =>
    book === null ? [evaluationTable(await evaluation.all(shelf.scope))] : book.tables(shelf);

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/workbooks',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: booksSchema },
      handler: async ({ caller, params: { scope } }) => {
        const shelf = shelfOf(drafts, scope);
        const all = [...books.map((book) => ({ ...book, book })), { ...evaluationBook, book: null }];
        return ok({
          books: await Promise.all(
            all.map(async ({ id, title, help, book }) => ({
              id,
              title,
              help: [...help],
              sheets: (await tablesOf(book, shelf)).map(({ spec, rows }) => ({
                id: spec.id,
                name: spec.name,
                rows: rows.length,
              })),
              edits: may(caller, 'edit', book === null || ofUnits.has(book.id) ? scope : 'base'),
            })),
          ),
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/:scope/workbooks/:book/file',
      who: door.holding('view'),
      in: { ...noInput, params: bookParams, query: fileQuery },
      out: { 200: null },
      limit: { points: 60, seconds: 600, key: ({ id }) => id },
      handler: async ({ params: { scope, book: id }, query: { format, sheet } }) => {
        const book = bookOf(id);
        const tables = await tablesOf(book, shelfOf(drafts, scope));
        const { title, help } = book ?? evaluationBook;
        const name = `${id}-${scope}-${localDate(clock())}`;
        if (format === 'xlsx')
          return fileAnswer(
            await made({ kind: 'xlsx', workbook: { title, help, tables } }),
            XLSX,
            `${name}.xlsx`,
          );
        const table = sheet === undefined ? tables[0] : tables.find(({ spec }) => spec.id === sheet);
        if (table === undefined) throw new AppError('NOT_FOUND');
        return fileAnswer(
          await made({ kind: 'csv', table }),
          'text/csv; charset=utf-8',
          `${name}-${table.spec.id}.csv`,
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/:scope/workbooks/:book/comparison',
      who: door.holding('edit'),
      in: { ...upload, query: compareQuery },
      out: { 200: comparedSchema },
      limit: uploads,
      handler: async ({ caller: officer, params: { scope, book }, query, body: file }) => {
        const order = { officer, scope, book: bookOf(book), file, removals: query.removals === 'yes' };
        return ok(await progress.during(query.ticket, (say) => compareFile(parts, order, say)));
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/:scope/workbooks/:book/drafts',
      who: door.holding('edit'),
      in: { ...upload, query: draftsQuery },
      out: { 200: draftedSchema },
      limit: uploads,
      handler: async ({ caller: officer, params: { scope, book }, query, body: file }) => {
        const { expect, note } = query;
        const order = {
          officer,
          scope,
          book: bookOf(book),
          file,
          removals: query.removals === 'yes',
          expect,
          note,
        };
        return ok(await progress.during(query.ticket, (say) => acceptFile(parts, order, say)));
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/:scope/workbook-progress/:ticket',
      who: door.holding('edit'),
      in: { ...noInput, params: scopeParams.extend({ ticket: z.string().max(60) }) },
      out: { 200: progressSchema },
      handler: ({ params: { ticket } }) => ok({ done: progress.of(ticket) }),
    }),
  ];
}

/** Books whose entries a unit has of its own; the others are everybody's. */
const ofUnits: ReadonlySet<string> = new Set(['le-phi', 'lien-he']);

const bookOf = (id: BookId): Book | null => books.find((book) => book.id === id) ?? null;

async function made(task: Parameters<typeof runApart>[0]): Promise<Uint8Array> {
  const result = await runApart(task);
  if (result.kind !== 'file') throw new AppError('INTERNAL', 'no file was made');
  return result.bytes;
}

const fileAnswer = (bytes: Uint8Array, type: string, name: string): Answer => ({
  status: 200,
  bytes,
  headers: {
    'content-type': type,
    'content-disposition': contentDisposition(name),
    'cache-control': 'no-store',
  },
});
