import type { Route } from '#http/route.ts';
import type { Compare, Evaluate, Try } from '#insight/ports.ts';
import { createInsightRoom } from '#insight/room.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import type { Mask } from '#turns/receive.ts';
import { toAppError } from './errors.ts';
import type { Logger } from './logging.ts';

/** What compares releases beside the event loop, and what asks one; chosen by the composition. */
export interface InsightTools {
  readonly compare: Compare;
  readonly evaluate: Evaluate;
  readonly tryIt: Try;
}

export interface InsightHouseParts {
  readonly database: Database;
  readonly publishing: Pick<Publishing, 'drafts' | 'workshop' | 'prepared'>;
  readonly insight: InsightTools;
  readonly mask: Mask;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly clock: () => number;
  readonly log: Logger;
}

/** The review queue and its neighbours for officers. */
export function createInsightRoutes({
  publishing,
  insight,
  mask,
  log,
  ...parts
}: InsightHouseParts): readonly Route[] {
  const { drafts, workshop, prepared } = publishing;
  const warn = (thrown: unknown): void => {
    log.warn({ code: toAppError(thrown).code }, 'A comparison of releases did not end well');
  };
  const personalIn = (text: string): readonly string[] => mask(text).masked;
  return prepared(createInsightRoom({ ...parts, ...insight, drafts, workshop, personalIn, warn }).routes);
}
