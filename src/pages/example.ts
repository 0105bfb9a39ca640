import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyone, noInput, route, type Route } from '#http/route.ts';

/** `/example.html`: a portal's page with the tag, under the policy that the guide asks of portals. */
export function exampleRoute(): Route {
  const page = readFileSync(join(import.meta.dirname, 'example.html'), 'utf8');
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; script-src 'self'; frame-src 'self'",
  };
  return route({
    method: 'GET',
    path: '/example.html',
    who: anyone,
    in: noInput,
    out: { 200: null },
    handler: () => ({ status: 200, bytes: page, headers }),
  });
}
