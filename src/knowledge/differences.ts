import { canonicalJson } from './canonical-json.ts';

/** A place where two values differ; `path` as in faults: `fees.qua-han.amount`. undefined: not there. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Where two values differ, field by field. Lists whose entries have an id are compared entry by entry, other lists and
 * words as a whole. Pure.
 */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  return [...differencesAt(before, after, [])];
}

function* differencesAt(before: unknown, after: unknown, at: readonly string[]): Generator<Difference> {
  if (same(before, after)) return;
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  if (old === null || fresh === null) {
    yield { path: at.join('.'), before, after };
    return;
  }
  let any = false;
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    for (const found of differencesAt(old.get(name), fresh.get(name), [...at, name])) {
      any = true;
      yield found;
    }
  }
  // The same fields in another order: where order means something, that is all that changed.
  if (!any) yield { path: at.join('.'), before, after };
}

/** A group by its names, a list by the ids of its entries; null: compared as a whole. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (isRecord(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value) || value.length === 0) return null;
  const entries: readonly unknown[] = value;
  const named = entries.flatMap((entry) =>
    isRecord(entry) && typeof entry['id'] === 'string' ? [[entry['id'], entry] as const] : [],
  );
  const byId = new Map(named);
  return byId.size === entries.length ? byId : null;
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
