import type { Route } from '#http/route.ts';
import type { Logger } from '#root/logging.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { createJobQueue } from '#work/repository.ts';
import { createWork } from '#work/scheduler.ts';
import type { Drafts } from '../ports.ts';
import type { Review } from '../review.ts';
import type { Allowed } from './hosts.ts';
import { LOOK_AT_LINKS, lookAtLinks, ROUND_MS } from './link-job.ts';
import { createLook, type Look } from './look.ts';
import { createFreshnessStore } from './repository.ts';
import { freshnessRoutes } from './routes.ts';

export interface FreshnessRoom {
  /** They ask `drafts`: to be wrapped in `prepared`. */
  readonly routes: readonly Route[];
  start(): void;
  stop(): Promise<void>;
}

export interface FreshnessRoomParts {
  readonly database: Database;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly submit: Review['submit'];
  /** What is live, whose links are looked at. */
  readonly content: () => unknown;
  /** Hosts that this server may ask. */
  readonly allowed: () => Promise<Allowed>;
  /** False: nothing is asked by itself, only when an officer wants it. */
  readonly rounds: boolean;
  readonly clock: () => number;
  readonly log: Logger;
  /** For tests. */
  readonly look?: Look;
}

/** Longer than a round of links that all keep us waiting. */
const LEASE_MS = 8 * 60_000;
const POLL_MS = 20_000;

/** Knowledge that is to be looked at again: a list, a confirmation, and a job that sees whether links still lead somewhere. */
export function createFreshnessRoom(parts: FreshnessRoomParts): FreshnessRoom {
  const { database, content, allowed, clock, log } = parts;
  const store = createFreshnessStore(database);
  const look: Look = parts.look ?? (async (url) => await createLook({ allowed: await allowed() })(url));
  const work = createWork({
    queue: createJobQueue(database),
    clock,
    log,
    schedules: [{ kind: LOOK_AT_LINKS, everyMs: ROUND_MS, payload: null }],
    handlers: new Map([
      [
        LOOK_AT_LINKS,
        async () => {
          const asked = await lookAtLinks({ store, content, allowed: await allowed(), look, clock });
          if (asked > 0) log.info({ asked }, 'links looked at');
        },
      ],
    ]),
    leaseMs: LEASE_MS,
    pollMs: POLL_MS,
  });
  return {
    routes: freshnessRoutes({ ...parts, store, look }),
    start: () => {
      if (parts.rounds) work.start();
    },
    stop: () => work.stop(),
  };
}
