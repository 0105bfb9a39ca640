import { useMatch } from 'react-router';
import { scopeSchema, type Scope } from '#knowledge/schema/ids.ts';
import { useOfficer } from '../api/session.ts';
import { firstScope } from './scopes.ts';
import type { ConsolePage } from './page-spec.ts';

const HOME = '/quan-tri';

/** The unit that pages are for, and their addresses in it. On pages about no unit: the one she looked at last. */
export function useHome(): {
  readonly scope: Scope;
  readonly to: (path: string, place?: ConsolePage['place']) => string;
} {
  const officer = useOfficer();
  const named = scopeSchema.safeParse(useMatch(`${HOME}/:scope/*`)?.params.scope);
  const scope = named.success ? named.data : firstScope(officer);
  return {
    scope,
    to: (path, place = 'unit') =>
      [HOME, ...(place === 'unit' ? [scope] : []), ...(path === '' ? [] : [path])].join('/'),
  };
}
