import { differences, fieldsOf, same } from '#knowledge/differences.ts';
import { parseJson, type Json } from '#root/json.ts';

/** One field on three sides. undefined: the field is not there. */
export interface ThreeWay {
  readonly path: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
  /** Both changed it, and not to the same. */
  readonly clash: boolean;
}

/** Every field that either side changed since the base. Pure. */
export function threeWay(base: Json | null, theirs: Json | null, mine: Json | null): readonly ThreeWay[] {
  const paths = new Set([...differences(base, theirs), ...differences(base, mine)].map(({ path }) => path));
  const outer = [...paths].filter(
    (path) => ![...paths].some((other) => other !== path && (other === '' || path.startsWith(`${other}.`))),
  );
  return outer.map((path) => {
    const [was, their, my] = [base, theirs, mine].map((side) => fieldAt(side, path));
    return {
      path,
      base: was,
      theirs: their,
      mine: my,
      clash: !same(was, their) && !same(was, my) && !same(their, my),
    };
  });
}

export type Side = 'base' | 'theirs' | 'mine';

/**
 * My value with their changes in it; where both changed a field, mine stands unless `chosen` says otherwise by its
 * path. Pure.
 */
export function mergeSides(
  base: Json | null,
  theirs: Json | null,
  mine: Json | null,
  chosen: ReadonlyMap<string, Side> = new Map(),
): Json | null {
  let merged: unknown = mine;
  for (const field of threeWay(base, theirs, mine)) {
    const side = chosen.get(field.path) ?? (same(field.base, field.mine) ? 'theirs' : 'mine');
    if (side !== 'mine')
      merged = withField(merged, field.path === '' ? [] : field.path.split('.'), field[side]);
  }
  return merged === undefined ? null : parseJson(JSON.stringify(merged));
}

export function fieldAt(value: unknown, path: string): unknown {
  if (path === '') return value ?? undefined;
  return path.split('.').reduce<unknown>((inner, name) => fieldsOf(inner)?.get(name), value);
}

/** undefined takes the field away. */
function withField(value: unknown, [name, ...rest]: readonly string[], field: unknown): unknown {
  if (name === undefined) return field;
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    const isIt = (entry: unknown): boolean => fieldsOf(entry)?.get('id') === name;
    const next = (entry: unknown): readonly unknown[] => {
      const put = withField(entry, rest, field);
      return put === undefined ? [] : [put];
    };
    return entries.some(isIt)
      ? entries.flatMap((entry) => (isIt(entry) ? next(entry) : [entry]))
      : [...entries, ...next({ id: name })];
  }
  const group = Object.fromEntries(fieldsOf(value) ?? []);
  const put = withField(group[name], rest, field);
  if (put === undefined) delete group[name];
  else group[name] = put;
  return group;
}
