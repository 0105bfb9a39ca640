import { may, type Officer } from '#staff/officer.ts';
import type { Json } from '#root/json.ts';
import type { Change, Drafts, EntryFault, EntryKey } from '#publishing/ports.ts';
import type { Applied, Book, Shelf } from './books/book.ts';
import { slugOf, unused } from './books/slug.ts';
import type { RowChange } from './difference.ts';
import { ownValue, wholeValue } from './shelf.ts';
import { cellName, type Row, type SheetFault, type SheetSpec } from './sheet.ts';
import { words } from './words.vi.ts';

/** What accepting a file would do: one change for each entry that its rows touch. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly faults: readonly SheetFault[];
}

interface Touched {
  readonly key: EntryKey;
  readonly rows: readonly RowChange[];
  readonly applied: Applied;
}

export interface PlanParts {
  readonly drafts: Pick<Drafts, 'entry' | 'mine' | 'check'>;
  readonly officer: Officer;
  readonly shelf: Shelf;
  readonly book: Book;
}

/**
 * Rows become entries. They are laid over the officer's own open drafts, where there are some, so that nothing
 * that she wrote is lost. Everything that is wrong is told with its cell; nothing is written.
 */
export async function planOf(parts: PlanParts, rows: readonly RowChange[]): Promise<Plan> {
  const { drafts, book, shelf } = parts;
  const faults: SheetFault[] = [];
  const touched: Touched[] = [];
  for (const [key, own] of byEntry(book, shelf, withIds(book, shelf, rows), faults)) {
    const refusal = refusalOf(parts, key);
    if (refusal !== null) {
      faults.push(...own.slice(0, 20).map((change) => faultAt(book, change, null, refusal)));
      continue;
    }
    const value = await valueOf(parts, key);
    const applied = book.apply(value, own);
    faults.push(
      ...applied.refused.map(({ change, column, message }) => faultAt(book, change, column, message)),
    );
    touched.push({ key, rows: own, applied });
  }
  const changes = touched.map(({ key, applied }) => ({ key, value: ownValue(drafts, key, applied.value) }));
  // What cannot be read needs no second opinion.
  if (changes.length > 0 && faults.every(({ severity }) => severity === 'warning'))
    for (const fault of await newFaults(drafts, changes)) faults.push(placed(book, touched, fault));
  return { changes, faults };
}

/** Doubts that the entries gave rise to before are not the file's. */
async function newFaults(
  drafts: Pick<Drafts, 'entry' | 'check'>,
  changes: readonly Change[],
): Promise<readonly EntryFault[]> {
  const faults = await drafts.check(changes);
  if (faults.every(({ severity }) => severity === 'error')) return faults;
  const before = await drafts.check(
    changes.map(({ key }) => ({ key, value: drafts.entry(key)?.value ?? null })),
  );
  const known = new Set(before.map(({ key, says }) => `${key.id} ${says}`));
  return faults.filter(({ key, says, severity }) => severity === 'error' || !known.has(`${key.id} ${says}`));
}

/** New rows of entries without an id get one from their name. */
function withIds(book: Book, shelf: Shelf, rows: readonly RowChange[]): readonly RowChange[] {
  const { newId } = book;
  if (newId === null) return rows;
  const taken = new Set(
    book
      .tables(shelf)
      .flatMap(({ spec, rows: kept }) =>
        spec.id === newId.sheet ? kept.map((row) => row[newId.column]) : [],
      ),
  );
  return rows.map((change) => {
    const after = change.after;
    if (change.sheet !== newId.sheet || change.kind !== 'added' || after === null) return change;
    const wanted = after[newId.column] ?? slugOf(String(after[newId.from] ?? ''));
    const id = after[newId.column] ?? unused(String(wanted), (one) => taken.has(one));
    taken.add(id);
    return { ...change, after: { ...after, [newId.column]: id } };
  });
}

function byEntry(
  book: Book,
  shelf: Shelf,
  rows: readonly RowChange[],
  faults: SheetFault[],
): readonly (readonly [EntryKey, readonly RowChange[]])[] {
  const grouped = new Map<string, { key: EntryKey; rows: RowChange[] }>();
  for (const change of rows) {
    const key = book.keyOf(change.sheet, change.after ?? change.before ?? {}, shelf.scope);
    if (key === null) {
      faults.push(faultAt(book, change, null, words.noOwner));
      continue;
    }
    const name = `${key.kind} ${key.scope} ${key.id}`;
    const group = grouped.get(name) ?? { key, rows: [] };
    group.rows.push(change);
    grouped.set(name, group);
  }
  return [...grouped.values()].map((group) => [group.key, group.rows] as const);
}

function refusalOf({ officer, shelf, book, drafts }: PlanParts, key: EntryKey): string | null {
  if (!may(officer, 'edit', key.scope)) return key.scope === 'base' ? words.shared : words.otherUnit;
  if (book.begins || drafts.entry(key) !== null) return null;
  const based = key.scope === shelf.scope && drafts.entry({ ...key, scope: 'base' }) !== null;
  return based ? null : words.noEntry;
}

async function valueOf({ drafts, officer }: PlanParts, key: EntryKey): Promise<Json | null> {
  const open = await drafts.mine(officer, key);
  return wholeValue(drafts, key, open === null ? (drafts.entry(key)?.value ?? null) : open.value);
}

/** A fault that the knowledge's own checks found, at the cell that it is about where one is. */
function placed(book: Book, touched: readonly Touched[], fault: EntryFault): SheetFault {
  const { key, path, says, severity } = fault;
  const found = touched.find(
    (one) => one.key.kind === key.kind && one.key.scope === key.scope && one.key.id === key.id,
  );
  const place = found === undefined ? null : book.place(path.split('.'), found.applied.value);
  const change = found?.rows.find(
    ({ sheet, after }) =>
      sheet === place?.sheet && Object.entries(place.row).every(([id, cell]) => after?.[id] === cell),
  );
  const at = change ?? found?.rows[0];
  if (at === undefined) return { sheet: '', cell: null, message: words.knowledge(key.id, says), severity };
  const column = change === undefined ? null : (place?.column ?? null);
  const message = change === undefined ? words.knowledge(key.id, says) : says;
  return { ...faultAt(book, at, column, message), severity };
}

function faultAt(book: Book, change: RowChange, column: string | null, message: string): SheetFault {
  const spec = book.sheets.find(({ id }) => id === change.sheet);
  return {
    sheet: spec?.name ?? '',
    cell:
      spec === undefined || change.line === null ? null : cellOf(spec, change.line, column, change.places),
    message,
    severity: 'error',
  };
}

function cellOf(
  spec: SheetSpec,
  line: number,
  column: string | null,
  places: Readonly<Record<string, number>>,
): string {
  return cellName(line, places[column ?? spec.key[0] ?? ''] ?? 0);
}

/** How officers know a row: by its names, or by its key. */
export function rowTitle(spec: SheetSpec, row: Row | null): string {
  const joined = (ids: readonly string[]): string =>
    ids
      .map((id) => row?.[id] ?? '')
      .filter((cell) => cell !== '')
      .join(' · ');
  return joined(spec.title ?? []) || joined(spec.key);
}
