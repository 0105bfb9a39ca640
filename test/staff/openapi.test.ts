import { expect, it } from 'vitest';
import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { startToy } from '../directline/toy-house.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-who': string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, object>>;
}

it('the OpenAPI document holds every route, with all its parameters, and converts every schema', async () => {
  const database = openSqlite(':memory:');
  await migrate(database);
  const toy = await startToy({ parts: { database } });
  const response = await fetch(`${toy.url}/api/openapi.json`);
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const ids = new Set<string>();
  for (const route of toy.house.routes) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
    expect(operation, `${route.method} ${route.path}`).toBeDefined();
    const inPath = (operation?.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect(new Set(inPath)).toEqual(new Set(names));
    expect(operation?.['x-who']).toBe(route.who);
    expect(Object.keys(operation?.responses ?? {})).toEqual([...Object.keys(route.out), 'default']);
    ids.add(operation?.operationId ?? '');
  }
  expect(ids.size).toBe(toy.house.routes.length);
  await toy.stop();
});
