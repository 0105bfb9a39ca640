import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { routeTable } from '#http/route-table.ts';
import { withServer } from './support/temporary-server.ts';

/** `npm run docs:routes`: writes the table of the interface from what a running server says of itself. */
const path = join(import.meta.dirname, '../../docs/routes.md');

const methodSchema = z.enum(['get', 'post', 'put', 'delete']);
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.partialRecord(
      methodSchema,
      z.object({
        'x-who': z.string(),
        'x-limit': z.object({ points: z.number(), seconds: z.number() }).nullable().default(null),
      }),
    ),
  ),
});

await withServer(async ({ url }) => {
  const { paths } = documentSchema.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const routes = Object.entries(paths).flatMap(([at, methods]) =>
    methodSchema.options.flatMap((method) => {
      const found = methods[method];
      if (found === undefined) return [];
      const upper = ({ get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const)[method];
      return [
        {
          method: upper,
          path: at.replace(/\{(\w+)\}/g, ':$1'),
          who: found['x-who'],
          limit: found['x-limit'],
        },
      ];
    }),
  );
  const style = await resolveConfig(path, { config: join(import.meta.dirname, '../../.ci/prettier.json') });
  writeFileSync(path, await format(page(routeTable(routes)), { ...style, parser: 'markdown' }));
});

function page(table: string): string {
  return `# Routes

What the server answers, beside pages and their files: made by \`npm run docs:routes\` from the route table, which also makes \`GET /api/openapi.json\` (OpenAPI 3.1 with every shape) and the test of every role on every route in own and foreign units.

\`staff: edit\` and the like: an officer who holds that permission in the unit of \`:scope\` (five-digit code, or \`base\` for what all units share). \`our pages\`: a browser on a page of this server. All of \`/api/staff\` together: 1,200 calls a minute and session. Webhooks of Zalo and Messenger are there when their channels are set up.

${table}
`;
}
