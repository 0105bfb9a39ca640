import type { Route } from '#http/route.ts';
import { createEvaluationSet } from '#insight/evaluation/repository.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { workbookRoutes } from '#workbooks/routes.ts';

export interface WorkbookHouseParts {
  readonly database: Database;
  readonly publishing: Pick<Publishing, 'drafts' | 'live' | 'prepared'>;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly clock: () => number;
}

/** Excel and CSV for officers. */
export function createWorkbookRoutes({ publishing, ...parts }: WorkbookHouseParts): readonly Route[] {
  const { drafts, live, prepared } = publishing;
  const evaluation = createEvaluationSet(parts.database);
  const topics = (): ReadonlySet<string> => {
    const { release } = live.now();
    return new Set([
      ...release.procedures.keys(),
      ...release.topics.keys(),
      ...[...release.troubles.keys()].map((id) => `trouble:${id}`),
    ]);
  };
  return prepared(workbookRoutes({ ...parts, drafts, evaluation, topics }));
}
