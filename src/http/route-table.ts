import type { Route } from './route.ts';

/** The interface as a Markdown table: what callers other than browsers at pages use. Pages and files stand elsewhere. */
export function routeTable(routes: readonly Pick<Route, 'method' | 'path' | 'who' | 'limit'>[]): string {
  const lines = routes
    .filter(({ path }) => /^\/(?:api|v3|healthz|readyz|metrics)\b/.test(path))
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
    .map(({ method, path, who, limit }) => {
      const most =
        limit === null
          ? ''
          : limit.points >= BY_SETTING
            ? 'by setting'
            : `${String(limit.points)} in ${String(limit.seconds)} s`;
      return `| ${method} | \`${path}\` | ${who} | ${most} |`;
    });
  return ['| method | path | who | limit |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** What a server without limits of its own says where a setting would. */
const BY_SETTING = 100_000;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
