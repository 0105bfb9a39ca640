import type { Json } from '#root/json.ts';
import { isGroup } from '../doc/path.ts';

/** The ids that items have, so that a new one differs. */
export const idsIn = (items: readonly Json[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (isGroup(item) && typeof item['id'] === 'string' ? [item['id']] : [])));
