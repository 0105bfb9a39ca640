import type { Clock } from '#root/clock.ts';
import type { Route } from '#http/route.ts';
import type { Drafts, Workshop } from '#publishing/ports.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { createComparisons } from './compare/comparisons.ts';
import { createEvaluationSet } from './evaluation/repository.ts';
import { createHealthRoom } from './health/health.ts';
import { lintApart } from './health/lint-apart.ts';
import type { InsightParts } from './parts.ts';
import type { Compare, Evaluate, Try } from './ports.ts';
import { createQuestionLog } from './repository/questions.ts';
import { createRuns } from './repository/runs.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import { questionRoutes } from './routes/questions.ts';
import { reviewRoutes } from './routes/review.ts';
import { tryRoutes } from './routes/try.ts';
import { understandingRoutes } from './routes/understanding.ts';

export interface InsightRoomOptions {
  readonly database: Database;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly workshop: Workshop;
  readonly compare: Compare;
  readonly evaluate: Evaluate;
  readonly tryIt: Try;
  /** Kinds of personal data in a text. */
  readonly personalIn: (text: string) => readonly string[];
  readonly clock: Clock;
  readonly warn: (error: unknown) => void;
}

export interface InsightRoom {
  readonly routes: readonly Route[];
  /** Resolves when nothing is being worked out in this process. */
  readonly settled: () => Promise<void>;
}

/** What residents really asked becomes what the bot knows. */
export function createInsightRoom(options: InsightRoomOptions): InsightRoom {
  const { database } = options;
  const shared = {
    ...options,
    log: createQuestionLog(database),
    runs: createRuns(database),
    evaluation: createEvaluationSet(database),
  };
  const comparisons = createComparisons(shared);
  const health = createHealthRoom({ ...shared, lint: lintApart });
  const parts: InsightParts = { ...shared, comparisons, health };
  return {
    routes: [
      ...questionRoutes(parts),
      ...reviewRoutes(parts),
      ...comparisonRoutes(parts),
      ...understandingRoutes(parts),
      ...tryRoutes(parts),
    ],
    settled: async () => {
      await comparisons.settled();
      await health.settled();
    },
  };
}
