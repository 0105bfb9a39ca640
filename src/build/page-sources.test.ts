import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { chatPages, chatSources, consolePages, consoleSources } from './page-sources.ts';

const root = join(import.meta.dirname, '../..');

test.each([
  ['the residents’ pages', chatPages, chatSources],
  ['the console', consolePages, consoleSources],
])('%s are built anew when anything changes that they import', (_name, pages, sources) => {
  const imported = importedFrom(pages.flatMap(filesUnder));
  expect(imported.length).toBeGreaterThan(20);
  const covered = (file: string): boolean =>
    sources.some((source) => file === source || file.startsWith(`${source}/`));
  expect(imported.filter((file) => !covered(file))).toEqual([]);
});

test('every source of a page is there', () => {
  expect([...chatSources, ...consoleSources].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name));

/** Files of the house that are in the bundle, types apart, by paths under the root. */
function importedFrom(start: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const todo = [...start];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue;
    seen.add(file);
    todo.push(...importsIn(file));
  }
  return [...seen].map((file) => relative(root, file));
}

const statements =
  /^(?:import|export) (?!type\b)(?<what>[^;'"]*?) from '(?<from>[^']+)'|^import '(?<only>[^']+)'|import\('(?<later>[^']+)'\)/gm;

function importsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(statements)].flatMap(({ groups = {} }) => {
    const { what = '', from, only, later } = groups;
    const names = /^\{(?<inside>[^}]*)\}$/.exec(what.trim())?.groups?.['inside']?.split(',') ?? [];
    const listed = names.map((name) => name.trim()).filter(Boolean);
    if (listed.length > 0 && listed.every((name) => name.startsWith('type '))) return [];
    return pathOf(file, from ?? only ?? later ?? '');
  });
}

function pathOf(file: string, name: string): string[] {
  if (name.startsWith('.')) return [join(dirname(file), name)];
  const room = Object.entries(packageJson.imports).find(([key]) => name.startsWith(key.slice(0, -1)));
  return room === undefined ? [] : [join(root, room[1].slice(0, -1), name.slice(room[0].length - 1))];
}
