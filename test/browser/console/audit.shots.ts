import type { Page } from 'playwright-core';
import { anOfficer, ok, problem, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const at = Date.parse('2026-11-22T02:00:00Z');
const line = (seq: number, action: string, subject: string, subjectName: string | null, detail: string) => ({
  seq,
  at: at + seq * 60_000,
  officer: seq === 1 ? 'operator' : anOfficer.id,
  officerName: seq === 1 ? 'operator' : anOfficer.name,
  scope: '25326',
  action,
  subject,
  subjectName,
  detail,
});

const answers = (staff: FakeStaff): void => {
  staff.answers.set('GET /api/staff/:scope/audit', ({ query }) =>
    query.get('action') === 'release'
      ? ok({ lines: [], more: false })
      : ok({
          lines: [
            line(5, 'people.role', 'binh', 'Lê Văn Bình', 'editor → approver'),
            line(4, 'people.invite', 'cuc@binhlong.example.vn', null, 'editor 25326'),
            line(3, 'entry.edit', 'procedure:25326:dang-ky-khai-sinh', null, 'Đăng ký khai sinh'),
            line(2, 'account.sign-in', anOfficer.id, anOfficer.name, 'second factor, full'),
            line(1, 'people.password-link', anOfficer.id, anOfficer.name, 'command line'),
          ],
          more: true,
        }),
  );
};

const shown = (page: Page) => page.getByText('Lê Văn Bình').locator('visible=true').first().waitFor();

export const shots: readonly Shot[] = [
  { name: 'list', path: '25326/nhat-ky', fake: answers, show: shown },
  { name: 'province', path: 'base/nhat-ky', as: 'province', fake: answers, show: shown },
  {
    name: 'nothing-found',
    path: '25326/nhat-ky',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('combobox', { name: 'Loại việc' }).click();
      await page.waitForTimeout(500);
      await page.locator('.ant-select-item-option-content', { hasText: /^Phát hành$/ }).click();
      await page.getByText('Hãy bỏ bớt điều kiện lọc').waitFor();
    },
  },
  {
    name: 'failed',
    path: '25326/nhat-ky',
    fake: (staff) => staff.answers.set('GET /api/staff/:scope/audit', () => problem(403, 'Forbidden')),
    show: (page) => page.getByRole('alert').waitFor(),
  },
];
