import { z } from 'zod';
import { openApiOf } from './openapi.ts';
import { anyone, noInput, route, type Route } from './route.ts';

/** Of the interface, not of the product: raised when callers must change. */
const VERSION = '1.0.0';

/** The whole route table as OpenAPI 3.1, made when it is first asked for. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let text: string | undefined;
  return route({
    method: 'GET',
    path: '/api/openapi.json',
    who: anyone,
    in: noInput,
    out: { 200: z.looseObject({ openapi: z.string() }) },
    handler() {
      text ??= JSON.stringify(openApiOf(routes(), VERSION));
      return { status: 200, bytes: text, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
    },
  });
}
