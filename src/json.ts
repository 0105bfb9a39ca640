import { z } from 'zod';

/** What survives JSON.stringify and comes back equal. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();

/** JSON.parse gives nothing else, so nothing is checked: a tree of activities would be walked at every turn. */
const parsedJson = z.custom<Json>();

const texts = new WeakMap<object, string>();

/**
 * The JSON text of a value that is never changed, written once for all who send or store it: a turn's activities go
 * into their rows and over every open socket.
 */
export function jsonText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
  return text;
}

/** Reads JSON text from a row or file. Throws SyntaxError on broken text: the caller names the place. */
export function parseJson(text: string): Json {
  return parsedJson.parse(JSON.parse(text));
}

/** What JSON.parse(JSON.stringify(value)) gives, without writing and reading it. */
export function plainJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object' || value === null) return null;
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const own: unknown = value.toJSON();
    return plainJson(own);
  }
  const plain: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value))
    if (inner !== undefined && typeof inner !== 'function' && typeof inner !== 'symbol')
      define(plain, key, plainJson(inner));
  return plain;
}

/** A key of data is never a way to another prototype. */
function define(plain: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(plain, key, { value, enumerable: true, configurable: true, writable: true });
  else plain[key] = value;
}
