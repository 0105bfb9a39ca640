/**
 * Guards for what comes from the network. `shape<T>` names every field of T, so a field added to a
 * contract does not compile here until it is checked. (zod would be half of the page's weight.)
 */
export type Is<T> = (value: unknown) => value is T;

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isFlag: Is<boolean> = (value) => typeof value === 'boolean';
export const isRecord: Is<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const oneOf =
  <const T extends readonly string[]>(...values: T): Is<T[number]> =>
  (value): value is T[number] =>
    values.some((known) => known === value);

export const maybe =
  <T>(is: Is<T>): Is<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);

export const listOf =
  <T>(is: Is<T>): Is<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(is);

export const shape =
  <T extends object>(fields: { readonly [K in keyof T]-?: Is<T[K]> }): Is<T> =>
  (value): value is T => {
    if (!isRecord(value)) return false;
    for (const key in fields) if (!fields[key](value[key])) return false;
    return true;
  };
