import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { openStaffHouse } from './staff-house.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-who': string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, object>>;
}

it('the OpenAPI document holds every route, with all its parameters, and converts every schema', async () => {
  const database = openSqlite(':memory:');
  await migrate(database);
  const house = await openStaffHouse(database);
  const response = await fetch(`${house.url}/api/openapi.json`);
  const table = readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');
  const unwritten: string[] = [];
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const ids = new Set<string>();
  for (const route of house.routes) {
    const { method, path, who } = route;
    if (/^\/api\/(?:staff|auth)/.test(path) && !table.includes(`| ${method} | \`${path}\` | ${who} |`))
      unwritten.push(`${method} ${path}`);
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
    expect(operation, `${route.method} ${route.path}`).toBeDefined();
    const inPath = (operation?.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect(new Set(inPath)).toEqual(new Set(names));
    expect(operation?.['x-who']).toBe(route.who);
    expect(Object.keys(operation?.responses ?? {})).toEqual([...Object.keys(route.out), 'default']);
    ids.add(operation?.operationId ?? '');
  }
  expect(ids.size).toBe(house.routes.length);
  // docs/routes.md: run npm run docs:routes
  expect(unwritten).toEqual([]);
  await house.stop();
});
