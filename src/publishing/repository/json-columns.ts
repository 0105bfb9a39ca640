import { parseJson, type Json } from '#root/json.ts';
import { textOrNull, type Row } from '#store/database.ts';

/** Taken away is SQL's null; a value is never JSON's `null`. */
export const jsonOrNull = (value: Json | null): string | null =>
  value === null ? null : JSON.stringify(value);

export function jsonAt(row: Row, column: string): Json | null {
  const json = textOrNull(row, column);
  return json === null ? null : parseJson(json);
}
