import type { Clock } from '#root/clock.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Drafts, Workshop } from '#publishing/ports.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Comparisons } from './compare/comparisons.ts';
import type { HealthRoom } from './health/health.ts';
import { topicName } from './names.ts';
import type { EvaluationSet, Try } from './ports.ts';
import type { QuestionLog } from './repository/questions.ts';

/** What the routes of this room are made of. */
export interface InsightParts {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly log: QuestionLog;
  readonly evaluation: EvaluationSet;
  readonly drafts: Drafts;
  readonly workshop: Workshop;
  readonly comparisons: Comparisons;
  readonly health: HealthRoom;
  readonly tryIt: Try;
  /** Kinds of personal data in a text; what an officer adds must have none. */
  readonly personalIn: (text: string) => readonly string[];
  readonly clock: Clock;
}

export interface NamedTopic {
  readonly id: string;
  readonly name: string;
}

/** Topics with what officers call them, by what is live. */
export const namer =
  ({ workshop }: Pick<InsightParts, 'workshop'>) =>
  (id: string): NamedTopic => ({ id, name: topicName(workshop.live().release, id) });

export const unitOf = (scope: Scope): string | null => (scope === 'base' ? null : scope);
