import type { Route } from '#http/route.ts';
import { tokenOf } from './cookie.ts';
import { hashOfToken } from './secrets.ts';

/** Of one session, or of one address without any; saving while typing and lists stay far below it. */
const LIMIT = { points: 1200, seconds: 60 } as const;

/** Everything below `/api/staff` counts against one limit, before anything is looked up. Throws RATE_LIMITED. */
export function limited(routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => {
    if (!route.path.startsWith('/api/staff/')) return route;
    return {
      ...route,
      run: async (incoming, params, query, count) => {
        const token = tokenOf(incoming);
        await count('/api/staff', token === null ? incoming.address : hashOfToken(token), LIMIT);
        return await route.run(incoming, params, query, count);
      },
    };
  });
}
