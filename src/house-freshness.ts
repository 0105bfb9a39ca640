import type { Allowed } from '#publishing/freshness/hosts.ts';
import { createFreshnessRoom, type FreshnessRoom } from '#publishing/freshness/room.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import type { Logger } from './logging.ts';

export interface FreshnessHouseParts {
  readonly database: Database;
  readonly publishing: Pick<Publishing, 'drafts' | 'submit' | 'live' | 'prepared'>;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly clock: () => number;
  readonly log: Logger;
  /** Read when it is first needed: most processes never ask a link. */
  readonly officialHosts: () => Promise<Allowed>;
  readonly rounds: boolean;
}

/** What is to be looked at again, for officers, and the job that looks at links. */
export function createFreshness({ publishing, officialHosts, ...parts }: FreshnessHouseParts): FreshnessRoom {
  let hosts: Promise<Allowed> | undefined;
  const room = createFreshnessRoom({
    ...parts,
    drafts: publishing.drafts,
    submit: publishing.submit,
    content: () => publishing.live.now().compiled,
    allowed: () => (hosts ??= officialHosts()),
  });
  return { ...room, routes: publishing.prepared(room.routes) };
}
