/** The ward whose page this is; its code is what the server knows it by. */
export interface Unit {
  readonly code: string | null;
  readonly name: string | null;
}

/** From what the server wrote on `<html data-unit data-unit-name>`, else from `?unit=25326`. */
export function findUnit(data: Readonly<Record<string, string | undefined>>, query: string): Unit {
  const asked = new URLSearchParams(query).get('unit');
  const code = data['unit'] ?? asked;
  if (code === null || !/^\d{5}$/.test(code)) return { code: null, name: null };
  return { code, name: data['unitName'] ?? null };
}
