import { z } from 'zod';
import { localDate } from '#root/clock.ts';
import { AppError } from '#root/errors.ts';
import { ok, type Answer } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import type { Release } from '#knowledge/release.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { say } from '#knowledge/schema/text.ts';
import { scopeParams, type StaffDoor } from '#staff/door.ts';
import { topicName } from '../names.ts';
import { textsSince } from '../question.ts';
import type { QuestionLog } from '../repository/questions.ts';
import { monthSchema, reportSchema, type Report } from './contract.ts';
import { reportOf, type Names } from './figures.ts';
import { monthOf } from './month.ts';
import { before, checked, periodQuery } from './period.ts';
import type { Period, ReportStore } from './repository.ts';
import { tablesOf, type ReportTable } from './tables.ts';
import { words } from './words.vi.ts';

export interface ReportParts {
  readonly door: StaffDoor;
  readonly store: ReportStore;
  readonly log: QuestionLog;
  readonly release: () => Release;
  readonly clock: () => number;
  /** Tables as a workbook, or the one as CSV. */
  readonly file: (
    format: 'xlsx' | 'csv',
    title: string,
    help: readonly string[],
    tables: readonly ReportTable[],
  ) => Promise<Uint8Array>;
}

const fileQuery = periodQuery.extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** Of a CSV; absent: the first. */
  table: z.string().max(40).optional(),
});
const monthQuery = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

/** What residents asked and where they stopped, as figures; a unit sees its own. */
export function reportRoutes(parts: ReportParts): readonly Route[] {
  const { door, store, log, release, clock } = parts;

  async function report(scope: Scope, period: Period): Promise<Report> {
    const then = before(period);
    const [now, earlier] = await Promise.all([store.figures(scope, period), store.figures(scope, then)]);
    return reportOf({ period, raw: now }, { period: then, raw: earlier }, namesOf(release()));
  }

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/report',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: periodQuery },
      out: { 200: reportSchema },
      handler: async ({ params: { scope }, query }) => ok(await report(scope, checked(query))),
    }),
    route({
      method: 'GET',
      path: '/api/staff/:scope/report/month',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: monthQuery },
      out: { 200: monthSchema },
      handler: async ({ params: { scope }, query: { month } }) => {
        const period = monthPeriod(month);
        const now = clock();
        const [own, then] = await Promise.all([report(scope, period), report(scope, before(period))]);
        const asked = await log.questions(scope, textsSince(now), 'all');
        const inMonth = asked.filter(({ at }) => localDate(at).startsWith(month));
        const published = await store.published(scope, Date.parse(`${period.from}T00:00:00+07:00`), now);
        return ok(await monthOf(own, then, inMonth, published));
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/:scope/report/file',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: fileQuery },
      out: { 200: null },
      limit: { points: 60, seconds: 600, key: ({ id }) => id },
      handler: async ({ params: { scope }, query: { format, table, ...period } }) => {
        const own = await report(scope, checked(period));
        const { units } = release();
        const tables = tablesOf(own, (code) => {
          const unit = units.get(code);
          return unit === undefined ? code : `${unit.type} ${unit.name}`;
        });
        const chosen =
          format === 'xlsx' ? tables : tables.filter(({ id }) => id === (table ?? tables[0]?.id));
        if (chosen.length === 0) throw new AppError('NOT_FOUND');
        const name = `bao-cao-${scope}-${period.from}-${period.to}`;
        const title = words.title(period.from, period.to);
        return fileAnswer(
          await parts.file(format, title, words.help, chosen),
          format,
          format === 'xlsx' ? name : `${name}-${chosen[0]?.id ?? ''}`,
        );
      },
    }),
  ];
}

/** First to last day. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** What the live knowledge calls things; what is gone keeps its id. */
export function namesOf(release: Release): Names {
  return {
    topic: (id) => topicName(release, id),
    trouble: (id) => topicName(release, `trouble:${id}`).replace(/^trouble:/, ''),
    step: (procedure, step) => {
      const known = release.procedures.get(procedure);
      const own = known?.ownSteps.find(({ id }) => id === step)?.title ?? known?.steps[step]?.title;
      const title = own ?? release.flow.steps.find(({ id }) => id === step)?.title;
      return title === undefined ? step : say(title);
    },
  };
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const fileAnswer = (bytes: Uint8Array, format: 'xlsx' | 'csv', name: string): Answer => ({
  status: 200,
  bytes,
  headers: {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'no-store',
  },
});
