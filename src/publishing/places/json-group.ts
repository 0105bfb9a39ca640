import type { Json } from '#root/json.ts';

/** JSON as the data folder has it: groups of names and values, lists, words. */
export type Group = { readonly [key: string]: Json };

export const isGroup = (value: Json | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const groupOf = (value: Json | undefined): Group => (isGroup(value) ? value : {});

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

export const wordsOf = (value: Json | undefined): string | null => {
  if (typeof value === 'string') return value;
  const vi = isGroup(value) ? value['vi'] : undefined;
  return typeof vi === 'string' ? vi : null;
};

export function without(group: Group, ...names: readonly string[]): Group {
  return Object.fromEntries(Object.entries(group).filter(([name]) => !names.includes(name)));
}

/** Keys into `sources` that stand anywhere in a value, as `source: [a, b]`. */
export function sourceKeysIn(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (inner: Json, name: string): void => {
    if (name === 'source' && isList(inner)) {
      for (const key of inner) if (typeof key === 'string') found.add(key);
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [key, next] of Object.entries<Json>(inner)) walk(next, key);
    }
  };
  if (value !== undefined) walk(value, '');
  return found;
}

/** The same with other names for its sources. */
export function renameSources(value: Json, names: ReadonlyMap<string, string>): Json {
  if (names.size === 0) return value;
  const walk = (inner: Json, name: string): Json => {
    if (name === 'source' && isList(inner))
      return inner.map((key) => (typeof key === 'string' ? (names.get(key) ?? key) : key));
    if (isList(inner)) return inner.map((next) => walk(next, ''));
    if (!isGroup(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, next]) => [key, walk(next, key)]));
  };
  return walk(value, '');
}

/** Words are kept with whole accented letters, however a keyboard or Excel composed them. */
export function composed(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (isList(value)) return value.map(composed);
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]));
}
