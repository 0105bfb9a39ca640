import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedPlace } from '#dialogs/counted/counted.ts';
import { readState } from '#dialogs/upgrade.ts';
import { reportOf } from '#insight/report/figures.ts';
import { before, daysOf } from '#insight/report/period.ts';
import { createReportStore } from '#insight/report/repository.ts';
import { namesOf } from '#insight/report/routes.ts';
import type { Report } from '#insight/report/contract.ts';
import { localDate } from '#root/clock.ts';
import { parseJson } from '#root/json.ts';
import type { Database } from '#store/database.ts';
import { liveMonth } from '../../src/commands/demo-month/live-month.ts';
import { toyRelease } from '../dialogs/toy-release.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';

const release = toyRelease();
const FROM = Date.parse('2026-09-28T17:00:00Z'); // midnight of 29 September in Việt Nam
const OCTOBER = { from: '2026-10-01', to: '2026-10-05' };

onEachEngine('the report', (make) => {
  let database: Database;
  let test: TestDatabase;

  const report = async (scope: string, period = OCTOBER): Promise<Report> => {
    const store = createReportStore(database);
    const then = before(period);
    return reportOf(
      { period, raw: await store.figures(scope, period) },
      { period: then, raw: await store.figures(scope, then) },
      namesOf(release),
    );
  };
  /** The log itself, row by row, without the tables of counts. */
  const log = async (scope: string) => {
    const questions = await database.db.selectFrom('question').selectAll().execute();
    const feedback = await database.db
      .selectFrom('feedback')
      .innerJoin('conversation', 'conversation.id', 'feedback.conversation')
      .select(['feedback.about', 'feedback.helped', 'feedback.at', 'conversation.home_unit as unit'])
      .execute();
    const inScope = <Row extends { unit: string | null; at: number }>(rows: readonly Row[]): Row[] =>
      rows.filter(({ unit, at }) => {
        const day = localDate(at);
        return (scope === 'base' || unit === scope) && day >= OCTOBER.from && day <= OCTOBER.to;
      });
    return { questions: inScope(questions), feedback: inScope(feedback) };
  };

  beforeAll(async () => {
    ({ database, test } = await migrated(make));
    await liveMonth({
      database,
      release,
      from: FROM,
      days: 7,
      residents: 5,
      seed: 7,
      units: ['25326', '25333'],
    });
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  describe.each(['base', '25326'])('of %s', (scope) => {
    it('adds up to the questions of the log, however they are cut', async () => {
      const { totals, byDay, outcomes, channels, units, hours, topics } = await report(scope);
      const { questions } = await log(scope);
      expect(questions.length).toBeGreaterThan(50);
      const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
      expect(totals.questions.now).toBe(questions.length);
      expect(sum(byDay.map((day) => day.questions))).toBe(questions.length);
      expect(sum(outcomes.map(({ count }) => count.now))).toBe(questions.length);
      expect(sum(channels.map(({ count }) => count.now))).toBe(questions.length);
      expect(sum(units.map(({ count }) => count.now))).toBe(questions.length);
      expect(sum(hours)).toBe(questions.length);
      const by = (key: (row: (typeof questions)[number]) => string): Record<string, number> =>
        Object.fromEntries([...Map.groupBy(questions, key)].map(([name, rows]) => [name, rows.length]));
      expect(
        Object.fromEntries(byDay.filter((day) => day.questions > 0).map((day) => [day.day, day.questions])),
      ).toEqual(by(({ at }) => localDate(at)));
      expect(
        Object.fromEntries(
          outcomes.filter(({ count }) => count.now > 0).map(({ outcome, count }) => [outcome, count.now]),
        ),
      ).toEqual(by(({ outcome }) => outcome));
      expect(
        Object.fromEntries(
          channels.filter(({ count }) => count.now > 0).map(({ channel, count }) => [channel, count.now]),
        ),
      ).toEqual(by(({ channel }) => channel));
      const named = by(({ topic }) => topic ?? '');
      delete named[''];
      expect(
        Object.fromEntries(
          topics.filter(({ count }) => count.now > 0).map(({ topic, count }) => [topic.id, count.now]),
        ),
      ).toEqual(named);
      expect(
        Object.fromEntries(hours.flatMap((count, hour) => (count > 0 ? [[String(hour), count]] : []))),
      ).toEqual(by(({ at }) => String(new Date(at + 7 * 3_600_000).getUTCHours())));
    });

    it('adds up to the opinions of the log, without reasons and reports of wrong lines', async () => {
      const { totals, reasons } = await report(scope);
      const { feedback } = await log(scope);
      const opinions = feedback.filter(({ about }) => !/^(?:wrong|why):/.test(about));
      if (scope === 'base') expect(opinions.length).toBeGreaterThan(0);
      expect(totals.helped.now).toBe(opinions.filter(({ helped }) => helped === 1).length);
      expect(totals.notHelped.now).toBe(opinions.filter(({ helped }) => helped === 0).length);
      expect(totals.wrong.now).toBe(feedback.filter(({ about }) => about.startsWith('wrong:')).length);
      expect(reasons.reduce((all, { count }) => all + count, 0)).toBe(
        feedback.filter(({ about }) => about.startsWith('why:')).length,
      );
    });
  });

  it('stands where the walk-throughs of the conversations stand, step by step', async () => {
    const all = await report('base', { from: '2026-09-29', to: '2026-10-05' });
    const rows = await database.db.selectFrom('conversation').select(['state', 'state_v']).execute();
    const walks = rows.flatMap(({ state, state_v }) =>
      state === null || state_v === null
        ? []
        : readState({ v: state_v, data: parseJson(state) }).walkthroughs,
    );
    const standing = Map.groupBy(walks, (walk) => `${walk.procedure} ${countedPlace(walk)}`);
    expect(
      Object.fromEntries(
        all.steps
          .filter(({ stopped }) => stopped > 0)
          .map((one) => [`${one.procedure.id} ${one.step.id}`, one.stopped]),
      ),
    ).toEqual(
      Object.fromEntries(
        [...standing].filter(([key]) => !key.includes('@')).map(([key, group]) => [key, group.length]),
      ),
    );
    const finished = walks.filter(({ mode }) => mode === 'finished').length;
    expect(all.totals.finished.now).toBeGreaterThanOrEqual(finished);
    expect(all.totals.begun.now).toBeGreaterThan(all.totals.finished.now);
    const projected = await database.db.selectFrom('walkthrough').select(['procedure', 'state']).execute();
    const begun = Object.fromEntries(
      [...Map.groupBy(projected, (walk) => walk.procedure)].map(([id, group]) => [id, group.length]),
    );
    for (const { procedure, begun: count } of all.walks)
      expect(count.now).toBeGreaterThanOrEqual(begun[procedure.id] ?? 0);
  });

  it('tells every trouble once and how each ended', async () => {
    const { troubles } = await report('base');
    expect(troubles.length).toBeGreaterThan(0);
    for (const { told, solved, stays, other, stopped } of troubles)
      expect(solved + stays + other + stopped).toBe(told);
  });

  it('keeps its counts when a conversation is erased, and tells nobody apart', async () => {
    const [one] = await database.db.selectFrom('conversation').select('id').limit(1).execute();
    const was = await report('base');
    await database.db
      .deleteFrom('question')
      .where('conversation', '=', one?.id ?? '')
      .execute();
    expect((await report('base')).totals).toEqual(was.totals);
    const columns = Object.keys(
      (await database.db.selectFrom('daily_event').selectAll().limit(1).execute())[0] ?? {},
    );
    expect(columns.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'channel',
      'count',
      'day',
      'detail',
      'event',
      'step',
      'subject',
      'unit',
    ]);
  });

  it('compares a period with the one before it', async () => {
    const first = await report('base', { from: '2026-09-29', to: '2026-10-01' });
    const next = await report('base', { from: '2026-10-02', to: '2026-10-04' });
    expect(next.before).toEqual(first.period);
    expect(next.totals.questions.before).toBe(first.totals.questions.now);
    expect(next.totals.begun.before).toBe(first.totals.begun.now);
  });
});

describe('the period before', () => {
  it.each([
    [
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ],
    [
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2025-12-01', to: '2025-12-31' },
    ],
    [
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-09', to: '2026-11-15' },
    ],
    [
      { from: '2026-11-22', to: '2026-11-22' },
      { from: '2026-11-21', to: '2026-11-21' },
    ],
  ])('of %o is %o', (period, then) => {
    expect(before(period)).toEqual(then);
  });

  it('knows each day of a period', () => {
    expect(daysOf({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });
});
