import type { Json } from '#root/json.ts';
import type { EntryKind } from '../ports.ts';
import { groupOf, isGroup, listOf, sourceKeysIn, without, wordsOf, type Group } from './json-group.ts';
import type { Place } from './place.ts';

/**
 * Entries that share a file until one is edited: it then has a file of its own, so that its sources and dates are its
 * own too and its neighbours stay what they were.
 */
function ownFiles(options: {
  readonly kind: EntryKind;
  readonly folder: string;
  /** The list in the file. */
  readonly list: string;
  /** What of the file is told with each entry. */
  readonly shared: readonly string[];
  readonly titleOf: (item: Group) => string | null;
}): Place {
  const { kind, folder, list, shared } = options;
  const isOurs = (file: string): boolean => new RegExp(`^${folder}(/[^/]+)?\\.yaml$`).test(file);
  const ownFile = (id: string): string => `${folder}/${id}.edited.yaml`;
  const idOf = (item: Json | undefined): string => {
    const id = groupOf(item)['id'];
    return typeof id === 'string' ? id : '';
  };
  const entryOf = (file: Group, item: Group): Group => {
    const used = sourceKeysIn(item);
    const sources = Object.entries(groupOf(file['sources'])).filter(([key]) => used.has(key));
    const dates = Object.fromEntries(
      shared.flatMap((name) => (file[name] === undefined ? [] : [[name, file[name]]])),
    );
    return { ...item, ...dates, ...(sources.length > 0 ? { sources: Object.fromEntries(sources) } : {}) };
  };
  return {
    kinds: [kind],
    read: (files) =>
      [...files].flatMap(([file, value]) =>
        isOurs(file)
          ? listOf(groupOf(value)[list]).flatMap((item) =>
              isGroup(item)
                ? [
                    {
                      key: { kind, scope: 'base', id: idOf(item) },
                      title: options.titleOf(item) ?? idOf(item),
                      value: entryOf(groupOf(value), item),
                    },
                  ]
                : [],
            )
          : [],
      ),
    write(files, { id }, value) {
      for (const [file, content] of files) {
        const items = listOf(groupOf(content)[list]);
        if (!isOurs(file) || !items.some((item) => idOf(item) === id)) continue;
        const others = items.filter((item) => idOf(item) !== id);
        if (others.length === 0) files.delete(file);
        else files.set(file, { ...groupOf(content), [list]: others });
      }
      const entry = groupOf(value);
      const ofFile = Object.fromEntries(Object.entries(entry).filter(([name]) => isOfFile(name)));
      // Where nothing needs a source the file has an empty list of them.
      files.set(ownFile(id), {
        sources: {},
        ...ofFile,
        [list]: isGroup(value) ? [{ id, ...without(entry, 'sources', ...shared) }] : [value],
      });
    },
    within(files, file, path) {
      if (!isOurs(file)) return null;
      const items = listOf(groupOf(files.get(file))[list]);
      const [first, place, ...rest] = path;
      if (first === list && place !== undefined) {
        const id = idOf(items[Number(place)]);
        return id === '' ? null : { key: { kind, scope: 'base', id }, path: rest };
      }
      const own = /([^/]+)\.edited\.yaml$/.exec(file)?.[1];
      return own === undefined ? null : { key: { kind, scope: 'base', id: own }, path };
    },
  };

  function isOfFile(name: string): boolean {
    return name === 'sources' || shared.includes(name);
  }
}

export const faq = ownFiles({
  kind: 'faq',
  folder: 'faq',
  list: 'topics',
  shared: ['group', 'asOf', 'review'],
  titleOf: ({ name }) => wordsOf(name),
});

export const troubles = ownFiles({
  kind: 'trouble',
  folder: 'troubles',
  list: 'troubles',
  shared: ['asOf', 'review'],
  titleOf: ({ title }) => wordsOf(title),
});
