import { unitNames } from 'virtual:unit-names';

/** The ward whose page this is; its code is what the server knows it by. */
export interface Unit {
  readonly code: string | null;
  readonly name: string | null;
}

/** From what the server wrote on `<html data-unit>`, else from `?unit=25326`. A code that nobody has is none. */
export function findUnit(data: Readonly<Record<string, string | undefined>>, query: string): Unit {
  const code = data['unit'] ?? new URLSearchParams(query).get('unit');
  const name = code === null ? undefined : unitNames[code];
  return code === null || name === undefined ? { code: null, name: null } : { code, name };
}
