import type { Json } from '#root/json.ts';

/** A place in an entry as faults name it: `documents.2.need`; '' is the entry itself. */
export type Path = string;

export const join = (path: Path, step: string | number): Path =>
  path === '' ? String(step) : `${path}.${String(step)}`;

const stepsOf = (path: Path): readonly string[] => (path === '' ? [] : path.split('.'));

export type Group = { readonly [key: string]: Json };

export const isGroup = (value: Json | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export function read(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const step of stepsOf(path)) {
    if (isList(at)) at = at[Number(step)];
    else if (isGroup(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

/** A copy with another value at the path; undefined takes it away. What lies beside the path stays the same object. */
export function written(value: Json | undefined, path: Path, next: Json | undefined): Json {
  return put(value, stepsOf(path), next) ?? {};
}

function put(
  value: Json | undefined,
  [step, ...rest]: readonly string[],
  next: Json | undefined,
): Json | undefined {
  if (step === undefined) return next;
  if (isList(value)) {
    const at = Number(step);
    const inner = put(value[at], rest, next);
    if (inner === undefined) return value.toSpliced(at, 1);
    return at < value.length ? value.with(at, inner) : [...value, inner];
  }
  const group = isGroup(value) ? value : {};
  const inner = put(Object.hasOwn(group, step) ? group[step] : undefined, rest, next);
  if (inner !== undefined) return { ...group, [step]: inner };
  const { [step]: _, ...others } = group;
  return others;
}
