import type { Fault } from './fault.ts';
import { textSchema, type Text } from './schema/text.ts';
import type { SourceFile } from './source-file.ts';

/** One wording with its key: file name, then the names on the way to it, joined by dots. */
export interface WordingEntry {
  readonly key: string;
  readonly text: Text;
  readonly source: SourceFile;
  readonly at: readonly PropertyKey[];
}

/** The wordings of one file: `key: text`, or groups of them to any depth. */
export function wordingOf(source: SourceFile, faults: Fault[]): WordingEntry[] {
  const name = source.file.replace(/^wording\//, '').replace(/\.yaml$/, '');
  const entries: WordingEntry[] = [];
  const walk = (value: unknown, at: readonly string[]): void => {
    const text = textSchema.safeParse(value);
    if (text.success && at.length > 0) {
      entries.push({ key: [name, ...at].join('.'), text: text.data, source, at });
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...at, key]);
    } else if (value !== null || at.length > 0) {
      faults.push(source.fault(at, 'must be words, or a group of names and words'));
    }
  };
  walk(source.value, []);
  return entries;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The placeholders of a text, and whether its braces are whole. */
export function placeholdersOf(text: string): { names: string[]; broken: boolean } {
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const rest = text.replaceAll(PLACEHOLDER, '');
  return { names, broken: /[{}]/.test(rest) || names.some((name) => !/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) };
}
