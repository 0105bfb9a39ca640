import type { Json } from '#root/json.ts';
import { canonicalJson } from '#knowledge/canonical.ts';
import type { EntryKey, EntryKind } from '../ports.ts';
import { words } from '../words.ts';
import {
  groupOf,
  isGroup,
  listOf,
  renameSources,
  sourceKeysIn,
  without,
  wordsOf,
  type Group,
} from './json-group.ts';
import type { Place } from './place.ts';

/** Entries of a file that is one: each is replaced where it stands, its sources are put among the file's. */
function inPlace(options: {
  readonly kind: EntryKind;
  readonly isOurs: (file: string) => boolean;
  readonly list: string;
  /** The field that names it. */
  readonly name: string;
  readonly keyOf: (id: string) => EntryKey;
  readonly titleOf: (item: Group) => string | null;
}): Place {
  const { kind, isOurs, list, keyOf } = options;
  const idOf = (item: Json | undefined): string => {
    const id = groupOf(item)[options.name];
    return typeof id === 'string' ? id : '';
  };
  return {
    kinds: [kind],
    read: (files) =>
      [...files]
        .filter(([file]) => isOurs(file))
        .flatMap(([, value]) =>
          listOf(groupOf(value)[list]).flatMap((item) =>
            isGroup(item)
              ? [
                  {
                    key: keyOf(idOf(item)),
                    title: options.titleOf(item) ?? idOf(item),
                    value: withSources(groupOf(value), item),
                  },
                ]
              : [],
          ),
        ),
    write(files, { id }, value) {
      const ours = [...files].filter(([file]) => isOurs(file));
      const found = ours.find(([, content]) =>
        listOf(groupOf(content)[list]).some((item) => idOf(item) === id),
      );
      const [file, content] = found ?? ours[0] ?? [];
      if (file === undefined || content === undefined) return;
      const { item, sources } = takeSources(groupOf(content), id, value);
      const named = isGroup(item) ? { [options.name]: id, ...item } : item;
      const items = listOf(groupOf(content)[list]);
      files.set(file, {
        ...groupOf(content),
        [list]:
          found === undefined ? [...items, named] : items.map((old) => (idOf(old) === id ? named : old)),
        ...(Object.keys(sources).length > 0 ? { sources } : {}),
      });
    },
    within(files, file, [first, place, ...rest]) {
      if (!isOurs(file) || first !== list || place === undefined) return null;
      const id = idOf(listOf(groupOf(files.get(file))[list])[Number(place)]);
      return id === '' ? null : { key: keyOf(id), path: rest };
    },
  };
}

/** An entry with the sources that it names. */
export function withSources(file: Group, item: Group): Group {
  const used = sourceKeysIn(item);
  const sources = Object.entries(groupOf(file['sources'])).filter(([key]) => used.has(key));
  return sources.length === 0 ? item : { ...item, sources: Object.fromEntries(sources) };
}

/** Its sources among the file's: one that says otherwise under the same name gets a name of its own. */
export function takeSources(
  file: Group,
  id: string,
  value: Json,
): { readonly item: Json; readonly sources: Group } {
  const sources: Record<string, Json> = { ...groupOf(file['sources']) };
  if (!isGroup(value)) return { item: value, sources };
  const renamed = new Map<string, string>();
  for (const [key, source] of Object.entries(groupOf(value['sources']))) {
    const there = sources[key];
    const name = there === undefined || canonicalJson(there) === canonicalJson(source) ? key : `${id}-${key}`;
    if (name !== key) renamed.set(key, name);
    sources[name] = source;
  }
  return { item: renameSources(without(value, 'sources'), renamed), sources };
}

const base = (kind: EntryKind) => (id: string) => ({ kind, scope: 'base', id });

export const topics = inPlace({
  kind: 'topic',
  isOurs: (file) => file === 'topics.yaml',
  list: 'topics',
  name: 'id',
  keyOf: base('topic'),
  titleOf: ({ name }) => wordsOf(name),
});

export const states = inPlace({
  kind: 'state',
  isOurs: (file) => /^states(\/[^/]+)?\.yaml$/.test(file),
  list: 'states',
  name: 'id',
  keyOf: base('state'),
  titleOf: ({ name }) => wordsOf(name),
});

export const returns = inPlace({
  kind: 'return',
  isOurs: (file) => /^returns(\/[^/]+)?\.yaml$/.test(file),
  list: 'reasons',
  name: 'id',
  keyOf: base('return'),
  titleOf: ({ title }) => wordsOf(title),
});

const isUnits = (file: string): boolean => /^units(\/[^/]+)?\.yaml$/.test(file);

/** A unit's people edit their own unit. */
export const units = inPlace({
  kind: 'unit',
  isOurs: isUnits,
  list: 'units',
  name: 'code',
  keyOf: (id) => ({ kind: 'unit', scope: id, id }),
  titleOf: ({ type, name }) => `${wordsOf(type) ?? ''} ${wordsOf(name) ?? ''}`.trim(),
});

const CITY = { kind: 'unit', scope: 'base', id: 'city' } as const;

/** Contacts of everybody, as one entry: 1022, VNeID, emergencies. */
export const cityContacts: Place = {
  kinds: ['unit'],
  read: (files) =>
    [...files]
      .filter(([file]) => isUnits(file))
      .map(([, value]) => ({
        key: CITY,
        title: words.cityContacts,
        value: withSources(groupOf(value), { contacts: groupOf(value)['contacts'] ?? [] }),
      })),
  write(files, _key, value) {
    const [file, content] = [...files].find(([name]) => isUnits(name)) ?? [];
    if (file === undefined || content === undefined) return;
    const { item, sources } = takeSources(groupOf(content), 'city', value);
    files.set(file, { ...groupOf(content), contacts: groupOf(item)['contacts'] ?? [], sources });
  },
  within: (_files, file, path) => (isUnits(file) && path[0] === 'contacts' ? { key: CITY, path } : null),
};
