import type { Page } from 'playwright-core';
import { anOfficer, ok, problem, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const at = Date.parse('2026-11-22T02:00:00Z');

const me =
  (secondFactor: boolean, needs: boolean, left = 8) =>
  (staff: FakeStaff): void => {
    staff.answers.set('GET /api/auth/me', () =>
      ok({
        stage: 'full',
        officer: anOfficer,
        secondFactor,
        needsSecondFactor: needs,
        recoveryCodesLeft: left,
        passwordLength: 12,
        idleMs: 3_600_000,
        endsAt: at,
      }),
    );
    staff.answers.set('GET /api/auth/sessions', () =>
      ok({
        sessions: [
          session('1', true, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36'),
          session('2', false, 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36'),
          session('3', false, ''),
        ],
      }),
    );
    staff.answers.set('POST /api/auth/second-factor/codes', () =>
      ok({ codes: Array.from({ length: 10 }, (_, n) => `abcd${String(n)}-efgh${String(n)}`) }),
    );
    staff.answers.set('PUT /api/auth/password', () => problem(403, 'SignInRefused'));
  };

const session = (id: string, current: boolean, agent: string) => ({
  id,
  current,
  agent,
  address: '113.161.1.2',
  createdAt: at,
  seenAt: at + 3_600_000,
});

const shown = (page: Page) => page.getByText('113.161.1.2').first().waitFor();

export const shots: readonly Shot[] = [
  { name: 'on', path: 'tai-khoan', fake: me(true, true), show: shown },
  { name: 'off', path: 'tai-khoan', fake: me(false, false, 0), show: shown },
  {
    name: 'few-codes',
    path: 'tai-khoan',
    fake: me(true, false, 1),
    show: async (page) => {
      await shown(page);
      await page.getByRole('button', { name: 'Tạo bộ mã dự phòng mới' }).click();
      await page.getByLabel('Nhập mật khẩu để tiếp tục').fill('x');
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByRole('heading', { name: 'Đã cài xong' }).waitFor();
    },
  },
  {
    name: 'refused',
    path: 'tai-khoan',
    fake: me(true, true),
    show: async (page) => {
      await page.getByLabel('Mật khẩu đang dùng').fill('x');
      await page.getByLabel('Mật khẩu mới').fill('y');
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'end-all',
    path: 'tai-khoan',
    fake: me(true, true),
    show: async (page) => {
      await page.getByRole('button', { name: 'Đóng mọi phiên' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
