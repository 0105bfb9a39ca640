import type { Book } from './book.ts';
import type { Field } from './field.ts';
import { groupOf, groupsOf, put, textOf } from './group.ts';
import { applyItems, type Refusal } from './items.ts';
import { applySources } from './sources.ts';

/**
 * For books whose rows are the items of one list of their entries, with sources on a sheet beside: how they go back.
 * Rows carry the item's id in `ma` and its name in `ten`.
 */
export function itemsInEntries(
  list: string,
  sheet: string,
  fields: readonly Field[],
): Pick<Book, 'keepsRows' | 'begins' | 'newId' | 'apply' | 'place'> {
  return {
    keepsRows: [],
    begins: false,
    newId: null,
    apply(value, changes) {
      const refused: Refusal[] = [];
      let next = groupOf(value);
      const own = changes.filter((change) => change.sheet === sheet);
      if (own.length > 0) {
        next = put(next, list, [...applyItems(next[list], own, { fields, id: 'ma', name: 'ten', refused })]);
      }
      return { value: applySources(next, changes, refused), refused };
    },
    place: ([name, index, field], value) => {
      const item = name === list ? groupsOf(groupOf(value)[list])[Number(index)] : undefined;
      if (item === undefined) return null;
      const column = fields.find(({ at }) => at === field)?.id ?? 'ma';
      return { sheet, row: { ma: textOf(item['id']) }, column };
    },
  };
}
