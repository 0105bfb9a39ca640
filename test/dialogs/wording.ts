import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { textSchema, type Text } from '#knowledge/schema/text.ts';

const folder = new URL('../../data/wording/', import.meta.url);

/** The shipped sentences, by dotted key, as the compiler of releases reads them. */
export function shippedWording(): Record<string, Text> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => {
        const entries = Object.entries(
          parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
        );
        return entries.map(([key, text]) => [
          `${file.slice(0, -'.yaml'.length)}.${key}`,
          textSchema.parse(text),
        ]);
      }),
  );
}
