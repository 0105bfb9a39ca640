import type { z } from 'zod';
import {
  booksSchema,
  comparedSchema,
  draftedSchema,
  progressSchema,
  type BookId,
  type Comparison,
} from '#workbooks/contract.ts';
import { savedSchema } from '#publishing/contract.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { addressOf, call } from '../../api/call.ts';

const PATH = '/api/staff/:scope/workbooks';

export type Book = z.infer<typeof booksSchema>['books'][number];
export type Drafted = z.infer<typeof draftedSchema>;
export type Compared = z.infer<typeof comparedSchema>;
export type { Comparison };

export const readBooks = async (scope: Scope, signal: AbortSignal): Promise<readonly Book[]> =>
  (await call({ method: 'GET', path: PATH, out: booksSchema }, { params: { scope }, signal })).books;

export const fileAddress = (scope: Scope, book: BookId, format: 'xlsx' | 'csv', sheet?: string): string =>
  addressOf(`${PATH}/:book/file`, { params: { scope, book }, query: { format, sheet } });

export interface Order {
  readonly scope: Scope;
  readonly book: BookId;
  readonly file: File;
  readonly removals: boolean;
  readonly ticket: string;
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

export const compare = ({ scope, book, file, removals, ticket }: Order): Promise<Compared> =>
  call(
    { method: 'POST', path: `${PATH}/:book/comparison`, out: comparedSchema },
    { params: { scope, book }, query: { removals: yesNo(removals), ticket }, body: file },
  );

export const makeDrafts = ({
  scope,
  book,
  file,
  removals,
  ticket,
  expect,
  note,
}: Order & { readonly expect: string; readonly note: string }): Promise<Drafted> =>
  call(
    { method: 'POST', path: `${PATH}/:book/drafts`, out: draftedSchema },
    { params: { scope, book }, query: { removals: yesNo(removals), ticket, expect, note }, body: file },
  );

/** 0 to 1; null: not known. */
export const progressOf = async (scope: Scope, ticket: string): Promise<number | null> =>
  (
    await call(
      { method: 'GET', path: '/api/staff/:scope/workbook-progress/:ticket', out: progressSchema },
      { params: { scope, ticket } },
    )
  ).done;

export const submitDraft = async (
  { id, scope, rev }: { readonly id: string; readonly scope: string; readonly rev: number },
  note: string,
): Promise<void> => {
  await call(
    { method: 'POST', path: '/api/staff/:scope/drafts/:id/submit', out: savedSchema },
    { params: { scope, id }, body: { rev, note } },
  );
};
