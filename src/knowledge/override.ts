import { canonicalJson } from './canonical.ts';

import { listsById } from './schema/procedure.ts';

/** Where an override names the entry that it changes, or adds one; `plus` stands within `time`. */
const BY_ID: ReadonlySet<string> = new Set([...listsById, 'plus', 'notes']);

/**
 * The entry of a unit: the base entry with the unit's own fields over it. Groups are merged key by key, lists whose
 * entries have an id entry by entry (unknown ids are added at the end), everything else is replaced. `null` takes a
 * field away; `{ id, gone: true }` takes an entry out.
 */
export function merge(base: unknown, own: unknown, key: string = ''): unknown {
  if (isRecord(base) && isRecord(own)) return mergeGroups(base, own);
  if (Array.isArray(base) && Array.isArray(own) && BY_ID.has(key)) return mergeLists(base, own);
  return own;
}

function mergeGroups(base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    if (value === null) delete merged[key];
    else merged[key] = Object.hasOwn(base, key) ? merge(base[key], value, key) : value;
  }
  return merged;
}

function mergeLists(base: readonly unknown[], own: readonly unknown[]): unknown[] {
  const changed = new Map(own.flatMap((entry) => (isNamed(entry) ? [[entry.id, entry] as const] : [])));
  const known = new Set(base.flatMap((entry) => (isNamed(entry) ? [entry.id] : [])));
  const kept = base.flatMap((entry) => {
    const change = isNamed(entry) ? changed.get(entry.id) : undefined;
    if (change === undefined) return [entry];
    return 'gone' in change ? [] : [merge(entry, change)];
  });
  // What has no id, or names nothing, stays: validation says what is wrong with it.
  return [...kept, ...own.filter((entry) => !isNamed(entry) || !known.has(entry.id))];
}

const isNamed = (entry: unknown): entry is Record<string, unknown> & { id: string } =>
  isRecord(entry) && typeof entry['id'] === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The other way round: what of a whole entry differs from the base, so that `merge(base, ownPart(base, whole))` is the
 * whole again, but for the order of lists. null: nothing differs.
 */
export function ownPart(base: unknown, whole: unknown, key: string = ''): unknown {
  if (isRecord(base) && isRecord(whole)) {
    const own = Object.entries(whole).flatMap(([name, value]): [string, unknown][] => {
      if (!Object.hasOwn(base, name)) return value === null ? [] : [[name, value]];
      const part = ownPart(base[name], value, name);
      return part === null ? [] : [[name, part]];
    });
    const gone = Object.keys(base).filter((name) => !Object.hasOwn(whole, name));
    const parts = Object.fromEntries([...own, ...gone.map((name) => [name, null] as const)]);
    return Object.keys(parts).length === 0 ? null : parts;
  }
  if (Array.isArray(base) && Array.isArray(whole) && BY_ID.has(key)) return ownEntries(base, whole);
  return canonicalJson(base) === canonicalJson(whole) ? null : whole;
}

function ownEntries(base: readonly unknown[], whole: readonly unknown[]): unknown {
  const before = new Map(base.flatMap((entry) => (isNamed(entry) ? [[entry.id, entry] as const] : [])));
  const kept = new Set(whole.flatMap((entry) => (isNamed(entry) ? [entry.id] : [])));
  const own = whole.flatMap((entry) => {
    const was = isNamed(entry) ? before.get(entry.id) : undefined;
    if (!isNamed(entry) || was === undefined) return [entry];
    const part = ownPart(was, entry);
    return isRecord(part) ? [{ id: entry.id, ...part }] : [];
  });
  const gone = [...before.keys()].filter((id) => !kept.has(id)).map((id) => ({ id, gone: true }));
  return own.length + gone.length === 0 ? null : [...own, ...gone];
}
