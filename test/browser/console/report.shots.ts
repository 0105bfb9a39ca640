import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { reportOf } from '#insight/report/figures.ts';
import { monthOf } from '#insight/report/month.ts';
import { before, type periodQuery } from '#insight/report/period.ts';
import { createReportStore } from '#insight/report/repository.ts';
import { namesOf } from '#insight/report/routes.ts';
import type { Report } from '#insight/report/contract.ts';
import type { z } from 'zod';
import { liveMonth } from '../../../src/commands/demo-month/live-month.ts';
import { toyRelease } from '../../dialogs/toy-release.ts';
import { ok, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const DAY_MS = 24 * 3_600_000;
const release = toyRelease();
const database = openSqlite(':memory:');
await migrate(database);
await liveMonth({
  database,
  release,
  from: Date.now() - 20 * DAY_MS,
  days: 21,
  residents: 4,
  seed: 3,
  units: ['25326', '25333'],
});
const store = createReportStore(database);

async function report(scope: string, period: z.infer<typeof periodQuery>): Promise<Report> {
  const then = before(period);
  const [raw, earlier] = [await store.figures(scope, period), await store.figures(scope, then)];
  return reportOf({ period, raw }, { period: then, raw: earlier }, namesOf(release));
}

const asks = ({ answers }: FakeStaff): void => {
  answers.set('GET /api/staff/:scope/report', async ({ params, query }) =>
    ok(await report(params['scope'] ?? '', { from: query.get('from') ?? '', to: query.get('to') ?? '' })),
  );
  answers.set('GET /api/staff/:scope/report/month', async ({ params, query }) => {
    const month = query.get('month') ?? '';
    const period = { from: `${month}-01`, to: `${month}-28` };
    const own = await report(params['scope'] ?? '', period);
    const asked = ['a', 'b', 'c'].map((person) => ({
      turn: person,
      conversation: person,
      person,
      unit: '25326',
      channel: 'portal',
      outcome: 'unclear' as const,
      topic: own.steps[0]?.procedure.id ?? '',
      aspect: null,
      p: 0.2,
      text: 'bấm đăng nhập hoài không được',
      at: Date.now(),
    }));
    const changes = [
      {
        kind: 'flow',
        id: 'flow',
        title: 'Các bước chung',
        note: 'Sửa ảnh màn hình đăng nhập',
        at: Date.now(),
      },
    ];
    return ok(await monthOf(own, await report(params['scope'] ?? '', before(period)), asked, changes));
  });
};

export const shots: readonly Shot[] = [
  {
    name: 'report',
    path: 'base/bao-cao',
    as: 'province',
    fake: asks,
    show: async (page) => {
      await page.locator('.chart svg').nth(5).waitFor();
      const closed = page.getByRole('button', { name: /^Xem bảng số/ });
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  {
    name: 'own-days',
    path: '25326/bao-cao?tu=2026-01-02&den=2026-01-03',
    fake: asks,
    show: async (page) => page.getByText('Trong kỳ này chưa có câu hỏi nào.').waitFor(),
  },
  {
    name: 'month',
    path: '25326/bao-cao/thang',
    fake: asks,
    show: async (page) => page.getByRole('heading', { name: /^Mười bước/ }).waitFor(),
  },
];
