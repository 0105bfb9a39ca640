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
