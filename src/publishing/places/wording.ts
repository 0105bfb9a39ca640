import type { Json } from '#root/json.ts';
import { groupOf, isGroup, wordsOf } from './json-group.ts';
import type { FileValues, Place } from './place.ts';

const nameOf = (file: string): string | null => /^wording\/([^/]+)\.yaml$/.exec(file)?.[1] ?? null;

const isText = (value: Json | undefined): boolean =>
  typeof value === 'string' || (isGroup(value) && typeof value['vi'] === 'string');

function* textsIn(value: Json, at: readonly string[]): Generator<[at: readonly string[], text: Json]> {
  if (isText(value) && at.length > 0) yield [at, value];
  else if (isGroup(value))
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...at, key]);
}

const keyOf = (name: string, at: readonly string[]) =>
  ({ kind: 'wording', scope: 'base', id: [name, ...at].join('.') }) as const;

/** A sentence of the bot: one key of a wording file. The list of keys is closed, so none is added. */
export const wording: Place = {
  kinds: ['wording'],
  read: (files) =>
    [...files].flatMap(([file, value]) => {
      const name = nameOf(file);
      if (name === null) return [];
      return [...textsIn(value, [])].map(([at, text]) => ({
        key: keyOf(name, at),
        title: wordsOf(text) ?? at.join('.'),
        value: text,
      }));
    }),
  write(files, { id }, value) {
    const found = find(files, id);
    if (found === null) return;
    files.set(found.file, put(files.get(found.file) ?? {}, found.at, value));
  },
  within(files, file, path) {
    const name = nameOf(file);
    if (name === null) return null;
    for (const [at] of textsIn(files.get(file) ?? {}, []))
      if (at.every((key, i) => key === path[i])) return { key: keyOf(name, at), path: path.slice(at.length) };
    return path.length === 0 ? null : { key: keyOf(name, path), path: [] };
  },
};

function find(files: FileValues, id: string): { file: string; at: readonly string[] } | null {
  for (const [file, value] of files) {
    const name = nameOf(file);
    if (name === null || !id.startsWith(`${name}.`)) continue;
    for (const [at] of textsIn(value, [])) if (keyOf(name, at).id === id) return { file, at };
  }
  return null;
}

function put(value: Json, [first, ...rest]: readonly string[], text: Json): Json {
  if (first === undefined) return text;
  return { ...groupOf(value), [first]: put(groupOf(value)[first] ?? {}, rest, text) };
}
