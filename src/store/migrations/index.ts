import type { Migration } from 'kysely/migration';
import * as contracts from './0001-contracts.ts';

/** One numbered list, for both engines. Expand, then contract; a landed migration is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-contracts': contracts,
};
