import { unitNames } from 'virtual:unit-names';

/** The ward whose page this is; its code is what the server knows it by. */
export interface Unit {
  readonly code: string | null;
  readonly name: string | null;
  /** The ward's own, where they are verified. */
  readonly phone: string | null;
  readonly hours: string | null;
}

/** From what the server wrote on `<html data-unit>`, else from `?unit=25326`. A code that nobody has is none. */
export function findUnit(data: Readonly<Record<string, string | undefined>>, query: string): Unit {
  const code = data['unit'] ?? new URLSearchParams(query).get('unit');
  const name = code === null ? undefined : unitNames[code];
  if (code === null || name === undefined) return { code: null, name: null, phone: null, hours: null };
  return { code, name, phone: data['unitPhone'] ?? null, hours: data['unitHours'] ?? null };
}
