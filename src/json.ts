import { z } from 'zod';

/** What survives JSON.stringify and comes back equal. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();

/** JSON.parse gives nothing else, so nothing is checked: a tree of activities would be walked at every turn. */
const parsedJson = z.custom<Json>();

/** Reads JSON text from a row or file. Throws SyntaxError on broken text: the caller names the place. */
export function parseJson(text: string): Json {
  return parsedJson.parse(JSON.parse(text));
}
