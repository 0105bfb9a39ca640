import type { Json } from '#root/json.ts';
import type { RowChange } from '../difference.ts';
import { CellRefused, type Field } from './field.ts';
import { groupsOf, put, type Group } from './group.ts';
import { slugOf, unused } from './slug.ts';
import { refusals } from './words.vi.ts';

export type Refusal = { readonly change: RowChange; readonly column: string; readonly message: string };

/** Changed cells of a row into an item. */
export function applyCells(
  item: Group,
  fields: readonly Field[],
  change: RowChange,
  refused: Refusal[],
): Group {
  let next = item;
  for (const field of fields) {
    if (!change.columns.includes(field.id) || field.readOnly === true) continue;
    try {
      next = field.set(next, change.after?.[field.id] ?? null);
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      refused.push({ change, column: field.id, message: error.message });
    }
  }
  return next;
}

/** Changed rows into a list of items that have ids. A new row without an id gets one from its name. */
export function applyItems(
  list: Json | undefined,
  changes: readonly RowChange[],
  options: {
    readonly fields: readonly Field[];
    /** Column of the id, and of the name that a new id is made from. */
    readonly id: string;
    readonly name: string;
    readonly refused: Refusal[];
  },
): readonly Group[] {
  const items = [...groupsOf(list)];
  const at = (id: unknown): number => items.findIndex((item) => item['id'] === id);
  for (const change of changes) {
    if (change.kind === 'removed') {
      const index = at(change.before?.[options.id]);
      if (index !== -1) items.splice(index, 1);
      continue;
    }
    if (change.kind === 'changed') {
      const index = at(change.before?.[options.id]);
      const found = items[index];
      if (found === undefined) options.refused.push({ change, column: options.id, message: refusals.gone });
      else items[index] = applyCells(found, options.fields, change, options.refused);
      continue;
    }
    const wanted = change.after?.[options.id] ?? slugOf(String(change.after?.[options.name] ?? ''));
    const id = unused(String(wanted), (taken) => at(taken) !== -1);
    items.push(put(applyCells({ id }, options.fields, change, options.refused), 'id', id));
  }
  return items;
}
