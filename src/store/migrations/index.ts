import type { Migration } from 'kysely/migration';
import * as contracts from './0001-contracts.ts';
import * as turns from './0002-turns.ts';
import * as channels from './0004-channels.ts';
import * as outreach from './0006-outreach.ts';
import * as carry from './0005-carry.ts';
import * as staff from './0007-staff.ts';
import * as publishing from './0008-publishing.ts';
import * as insight from './0009-insight.ts';
import * as evaluation from './0010-evaluation.ts';
import * as dailyEvent from './0011-daily-event.ts';
import * as carryMaker from './0012-carry-maker.ts';
import * as freshness from './0013-freshness.ts';
import * as picture from './0014-picture.ts';

/** One numbered list, for both engines. Expand, then contract; a landed migration is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-contracts': contracts,
  '0002-turns': turns,
  '0004-channels': channels,
  '0005-carry': carry,
  '0006-outreach': outreach,
  '0007-staff': staff,
  '0008-publishing': publishing,
  '0009-insight': insight,
  '0010-evaluation': evaluation,
  '0011-daily-event': dailyEvent,
  '0012-carry-maker': carryMaker,
  '0013-freshness': freshness,
  '0014-picture': picture,
};
