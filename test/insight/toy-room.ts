import { setTimeout as sleep } from 'node:timers/promises';
import { createComparisons } from '#insight/compare/comparisons.ts';
import { createEvaluationSet } from '#insight/evaluation/repository.ts';
import { createHealthRoom } from '#insight/health/health.ts';
import type { InsightParts } from '#insight/parts.ts';
import type { Comparing, Compared, Evaluate } from '#insight/ports.ts';
import { createQuestionLog } from '#insight/repository/questions.ts';
import { createRuns } from '#insight/repository/runs.ts';
import { comparisonRoutes } from '#insight/routes/comparisons.ts';
import { questionRoutes } from '#insight/routes/questions.ts';
import { reviewRoutes } from '#insight/routes/review.ts';
import { tryRoutes } from '#insight/routes/try.ts';
import { understandingRoutes } from '#insight/routes/understanding.ts';
import { openRelease } from '#knowledge/release.ts';
import type { Change, Draft, Drafts, Entry, Live, Workshop } from '#publishing/ports.ts';
import type { Database } from '#store/database.ts';
import type { Model } from '#understanding/model.ts';
import { caller, fakeAudit, fakeDoor } from '../publishing/fake-door.ts';
import { aCompiledRelease, aProcedure } from '../support/builders.ts';
import { T0 } from './a-question.ts';

const procedure = aProcedure({
  id: 'dang-ky-khai-sinh',
  name: 'Đăng ký khai sinh',
  phrases: ['làm khai sinh'],
});

/** The room on a real store, with releases that are never trained: comparing, matching and drafts are the test's own. */
export function toyRoom(
  database: Database,
  over: { readonly compare?: (what: Comparing) => Compared; readonly now?: () => number } = {},
) {
  const compiled = aCompiledRelease([procedure]);
  const live: Live = {
    number: 0,
    compiled,
    release: openRelease(compiled),
    understand: () => {
      throw new Error('no matcher');
    },
    model: () => Promise.resolve({ lexicon: {} } as Model),
  };
  const saved: Draft[] = [];
  const prepared: (readonly Change[])[] = [];
  const workshop: Workshop = {
    live: () => live,
    prepare: async (changes, say) => {
      prepared.push(changes);
      say(0.5);
      await sleep(1);
      const faulty = changes.some(({ value }) => value === null);
      return faulty
        ? {
            faults: [
              { file: 'faq/x.yaml', line: 1, column: 1, path: 'topics', message: 'bad', severity: 'error' },
            ],
          }
        : { prepared: live };
    },
  };
  const audit = fakeAudit();
  const clock = over.now ?? (() => T0 + 7_200_000);
  const runs = createRuns(database);
  const log = createQuestionLog(database);
  const evaluation = createEvaluationSet(database);
  const shared = { workshop, evaluation, runs, log, clock, warn: () => undefined };
  const compared: Comparing[] = [];
  const comparisons = createComparisons({
    ...shared,
    compare: (what, say) => {
      compared.push(what);
      say(0.5);
      return Promise.resolve((over.compare ?? nothingMoves)(what));
    },
  });
  const evaluate: Evaluate = () => Promise.resolve({ slices: [], missed: [], confusions: [] });
  const health = createHealthRoom({ ...shared, evaluate, lint: () => Promise.resolve([]) });
  const parts: InsightParts = {
    ...shared,
    door: fakeDoor,
    audit,
    drafts: toyDrafts(saved),
    comparisons,
    health,
    tryIt: () => {
      throw new Error('not here');
    },
    personalIn: (text) => (/\d{9}/.test(text) ? ['phone'] : []),
  };
  const routes = [
    ...questionRoutes(parts),
    ...reviewRoutes(parts),
    ...comparisonRoutes(parts),
    ...understandingRoutes(parts),
    ...tryRoutes(parts),
  ];
  return {
    call: caller(routes),
    routes,
    saved,
    audit,
    prepared,
    compared,
    comparisons,
    health,
    evaluation,
    runs,
  };
}

const nothingMoves = (): Compared => ({
  slices: [],
  missed: { before: [], after: [] },
  evaluation: [],
  asked: 0,
  questions: [],
});

/** One shared procedure that a unit may have its own of. */
function toyDrafts(saved: Draft[]): Drafts {
  const entry: Entry = {
    key: { kind: 'procedure', scope: 'base', id: procedure.id },
    title: 'Đăng ký khai sinh',
    value: { id: procedure.id, phrases: ['làm khai sinh'] },
    version: 0,
    hash: 'h',
    edited: false,
  };
  const same = (a: Change['key'], b: Change['key']): boolean =>
    a.kind === b.kind && a.scope === b.scope && a.id === b.id;
  return {
    entries: () => [entry],
    entry: (key) => (same(key, entry.key) ? entry : null),
    check: () => Promise.resolve([]),
    mine: (officer, key) =>
      Promise.resolve(saved.findLast((draft) => draft.author === officer.id && same(draft.key, key)) ?? null),
    save: (officer, change, note) => {
      const draft = { ...change, id: `d${saved.length + 1}`, author: officer.id, note } as Draft;
      saved.push(draft);
      return Promise.resolve(draft);
    },
  };
}
