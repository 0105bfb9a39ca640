import { contentHash } from '#knowledge/canonical.ts';
import { compareText } from '#knowledge/fault.ts';
import { newId } from '#root/ids.ts';
import type { EvaluationSet } from '#insight/ports.ts';
import type { Drafts } from '#publishing/ports.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Audit } from '#staff/door.ts';
import type { Officer } from '#staff/officer.ts';
import type { z } from 'zod';
import { runApart } from './apart.ts';
import type { Book, Shelf } from './books/book.ts';
import { evaluationSheet, evaluationTable, questionOf } from './books/evaluation.ts';
import type { Comparison, comparedSchema, draftedSchema } from './contract.ts';
import type { RowChange } from './difference.ts';
import { shown } from './file/shown.ts';
import { planOf, rowTitle, type Plan } from './plan.ts';
import { cellName, type SheetFault, type SheetSpec, type Table } from './sheet.ts';
import { shelfOf } from './shelf.ts';
import type { Compared, Say } from './tasks.ts';
import { words } from './words.vi.ts';

export interface ImportParts {
  readonly drafts: Drafts;
  readonly evaluation: EvaluationSet;
  readonly audit: Audit;
  readonly clock: () => number;
  /** Every topic that a question can be about. */
  readonly topics: () => ReadonlySet<string>;
}

export interface ImportOrder {
  readonly officer: Officer;
  readonly scope: Scope;
  /** null: the evaluation questions, which are no entries. */
  readonly book: Book | null;
  readonly file: Uint8Array;
  /** Rows that the file has not are taken away. */
  readonly removals: boolean;
}

const SHOWN_CHANGES = 1000;
const SHOWN_FAULTS = 500;

/** What a file says differently, and what is wrong with it. Nothing is written. */
export async function compareFile(
  parts: ImportParts,
  order: ImportOrder,
  say: Say,
): Promise<z.infer<typeof comparedSchema>> {
  const looked = await look(parts, order, say);
  return 'refused' in looked ? looked : { comparison: looked.comparison };
}

/**
 * Makes the drafts that the officer saw: the file is looked at again, and what it comes to must be what was shown.
 * Evaluation questions are written at once; no resident is told them.
 */
export async function acceptFile(
  parts: ImportParts,
  order: ImportOrder & { readonly expect: string; readonly note: string },
  say: Say,
): Promise<z.infer<typeof draftedSchema>> {
  const looked = await look(parts, order, say);
  if ('refused' in looked) return looked;
  const { comparison } = looked;
  if (comparison.hash !== order.expect || comparison.errors > 0) return { comparison };
  if (order.book === null) return { drafts: [], questions: await keepQuestions(parts, order, looked.rows) };
  const drafts: { id: string; kind: string; scope: string; title: string; rev: number }[] = [];
  for (const change of looked.plan.changes) {
    const draft = await parts.drafts.save(order.officer, change, order.note);
    const { kind, scope } = draft.key;
    drafts.push({ id: draft.id, kind, scope, title: draft.title, rev: draft.rev });
  }
  return { drafts, questions: 0 };
}

interface Looked {
  readonly comparison: Comparison;
  readonly rows: readonly RowChange[];
  readonly plan: Plan;
}

async function look(
  parts: ImportParts,
  order: ImportOrder,
  say: Say,
): Promise<Looked | { readonly refused: string }> {
  const { book, scope, file } = order;
  const shelf = shelfOf(parts.drafts, scope);
  const tables = book === null ? [evaluationTable(await parts.evaluation.all(scope))] : book.tables(shelf);
  const result = await runApart({ kind: 'compare', file, tables }, (done) => say(done * 0.8));
  if (result.kind === 'refused') return { refused: result.message };
  if (result.kind !== 'compared') return { refused: words.broken };
  const { compared } = result;
  const kept = new Set(book?.keepsRows ?? []);
  const seen = compared.changes.filter(({ kind, sheet }) => kind !== 'removed' || !kept.has(sheet));
  const rows = seen.filter(({ kind }) => kind !== 'removed' || order.removals);
  const plan = readable(compared.faults)
    ? await (book === null ? checkQuestions(parts, rows) : planEntries(parts, order, book, shelf, rows))
    : { changes: [], faults: [] };
  say(1);
  const faults = [...compared.faults, ...plan.faults];
  return {
    comparison: comparisonOf(tables, compared, seen, { ...plan, faults }, order.removals),
    rows,
    plan,
  };
}

const readable = (faults: readonly SheetFault[]): boolean =>
  faults.every(({ severity }) => severity === 'warning');

const planEntries = (
  { drafts }: ImportParts,
  { officer }: ImportOrder,
  book: Book,
  shelf: Shelf,
  rows: readonly RowChange[],
): Promise<Plan> => planOf({ drafts, officer, shelf, book }, rows);

function comparisonOf(
  tables: readonly Table[],
  compared: Compared,
  seen: readonly RowChange[],
  { changes, faults }: Plan,
  removals: boolean,
): Comparison {
  const specs = new Map(tables.map(({ spec }) => [spec.id, spec]));
  const count = (kind: RowChange['kind']): number => seen.filter((change) => change.kind === kind).length;
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  return {
    // New ids are made anew each time: what the officer agrees to is the rows.
    hash: contentHash({
      removals,
      rows: seen.map(({ sheet, kind, before, after }) => ({ sheet, kind, before, after })),
    }),
    rows: compared.rows,
    same: compared.same,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    entries: changes.length,
    changes: seen.slice(0, SHOWN_CHANGES).map((change) => changeForPeople(specs.get(change.sheet), change)),
    faults: faults
      .toSorted((a, b) => compareText(a.severity, b.severity))
      .slice(0, SHOWN_FAULTS)
      .map(({ sheet, cell, message, severity }) => ({ sheet, cell, message, severity })),
    errors,
    warnings: faults.length - errors,
  };
}

function changeForPeople(spec: SheetSpec | undefined, change: RowChange): Comparison['changes'][number] {
  const columns = spec?.columns.filter(({ id }) => change.columns.includes(id)) ?? [];
  return {
    sheet: spec?.name ?? '',
    kind: change.kind,
    title: spec === undefined ? '' : rowTitle(spec, change.after ?? change.before),
    line: change.line === null ? null : change.line + 1,
    cells: columns.map((column) => ({
      heading: column.heading,
      before: shown(column, change.before?.[column.id]),
      after: shown(column, change.after?.[column.id]),
    })),
  };
}

function checkQuestions({ topics }: ImportParts, rows: readonly RowChange[]): Promise<Plan> {
  const known = topics();
  const faults = rows.flatMap(({ kind, after, line, places }): SheetFault[] => {
    const topic = after?.['chu-de'];
    if (kind === 'removed' || typeof topic !== 'string' || known.has(topic)) return [];
    return [
      {
        sheet: evaluationSheet.name,
        cell: line === null ? null : cellName(line, places['chu-de'] ?? 0),
        message: words.noTopic(topic),
        severity: 'error',
      },
    ];
  });
  return Promise.resolve({ changes: [], faults });
}

async function keepQuestions(
  { evaluation, audit, clock }: ImportParts,
  { officer, scope }: ImportOrder,
  rows: readonly RowChange[],
): Promise<number> {
  const now = clock();
  const kept = rows
    .filter(({ kind }) => kind !== 'removed')
    .map((change) => questionOf(change, () => newId(now)));
  const gone = rows.flatMap(({ kind, before }) =>
    kind === 'removed' && typeof before?.['ma'] === 'string' ? [before['ma']] : [],
  );
  if (kept.length > 0) await evaluation.put(scope, kept, now);
  if (gone.length > 0) await evaluation.remove(scope, gone);
  const detail = `+${String(kept.length)} −${String(gone.length)}`;
  await audit.write(
    { officer: officer.id, scope, action: 'evaluation.import', subject: 'evaluation', detail },
    now,
  );
  return kept.length + gone.length;
}
