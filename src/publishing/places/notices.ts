import type { Json } from '#root/json.ts';
import { groupOf, isGroup, isList, listOf, wordsOf, type Group } from './json-group.ts';
import type { Place } from './place.ts';

const isOurs = (file: string): boolean => /^notices(\/[^/]+)?\.yaml$/.test(file);

/** A file holds one notice, a list of them, or a list under a name. */
function itemsOf(value: Json): readonly [at: readonly string[], item: Group][] {
  const listed = (items: readonly Json[], before: readonly string[]): [string[], Group][] =>
    items.flatMap((item, i) => (isGroup(item) ? [[[...before, String(i)], item]] : []));
  if (isList(value)) return listed(value, []);
  const [only, ...more] = Object.entries(groupOf(value));
  if (only !== undefined && more.length === 0 && isList(only[1])) return listed(only[1], [only[0]]);
  return isGroup(value) ? [[[], value]] : [];
}

const textAt = (item: Group, name: string, otherwise: string): string => {
  const value = item[name];
  return typeof value === 'string' ? value : otherwise;
};
const keyOf = (item: Group) =>
  ({ kind: 'notice', scope: textAt(item, 'scope', 'base'), id: textAt(item, 'id', '') }) as const;

/** What is true for a while; an edited one gets a file of its own. */
export const notices: Place = {
  kinds: ['notice'],
  read: (files) =>
    [...files]
      .filter(([file]) => isOurs(file))
      .flatMap(([, value]) =>
        itemsOf(value).map(([, item]) => ({
          key: keyOf(item),
          title: wordsOf(item['text']) ?? textAt(item, 'id', ''),
          value: item,
        })),
      ),
  write(files, { scope, id }, value) {
    for (const [file, content] of files) {
      if (!isOurs(file) || !itemsOf(content).some(([, item]) => keyOf(item).id === id)) continue;
      files.set(
        file,
        itemsOf(content).flatMap(([, item]) => (keyOf(item).id === id ? [] : [item])),
      );
    }
    files.set(`notices/${id}.edited.yaml`, [isGroup(value) ? { id, ...value, scope } : value]);
  },
  within(files, file, path) {
    if (!isOurs(file)) return null;
    for (const [at, item] of itemsOf(files.get(file) ?? null))
      if (at.every((key, i) => key === path[i])) return { key: keyOf(item), path: path.slice(at.length) };
    const [only] = listOf(files.get(file));
    return isGroup(only) ? { key: keyOf(only), path } : null;
  },
};
