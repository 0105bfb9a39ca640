import type { Migration } from 'kysely/migration';
import * as contracts from './0001-contracts.ts';
import * as turns from './0002-turns.ts';
import * as channels from './0004-channels.ts';
import * as outreach from './0006-outreach.ts';
import * as carry from './0005-carry.ts';

/** One numbered list, for both engines. Expand, then contract; a landed migration is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-contracts': contracts,
  '0002-turns': turns,
  '0004-channels': channels,
  '0005-carry': carry,
  '0006-outreach': outreach,
};
