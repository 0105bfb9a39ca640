import type { Page } from 'playwright-core';
import { ok, problem, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const me = (stage: string) => (staff: FakeStaff) => {
  staff.answers.set('GET /api/auth/me', () =>
    ok({
      stage,
      officer: null,
      secondFactor: stage === 'second',
      needsSecondFactor: true,
      recoveryCodesLeft: 0,
      passwordLength: 12,
      idleMs: 3_600_000,
      endsAt: 0,
    }),
  );
};

const link = (kind: string) => (staff: FakeStaff) => {
  me('none')(staff);
  staff.answers.set('POST /api/auth/link', () =>
    ok({
      kind,
      email: kind === 'first' ? '' : 'thu.ha@binhlong.example.vn',
      name: kind === 'first' ? '' : 'Nguyễn Thị Thu Hà',
      expiresAt: Date.parse('2026-11-25T02:00:00Z'),
      passwordLength: 12,
    }),
  );
  staff.answers.set('POST /api/auth/link/use', () => ({
    status: 400,
    json: { error: { code: 'PasswordWeak', message: 'The password is too easy to guess: common' } },
  }));
};

const enrolling = (staff: FakeStaff): void => {
  me('enrol')(staff);
  staff.answers.set('POST /api/auth/second-factor/begin', () =>
    ok({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      uri: 'otpauth://totp/Tr%E1%BB%A3%20l%C3%BD:hoa%40example.vn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=x',
    }),
  );
  staff.answers.set('POST /api/auth/second-factor/confirm', () =>
    ok({ codes: Array.from({ length: 10 }, (_, n) => `abcd${String(n)}-efgh${String(n)}`) }),
  );
};

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).first().waitFor();

async function toSecret(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill('x');
  await page.getByRole('button', { name: 'Bắt đầu cài' }).click();
  await page.getByRole('img', { name: /QR/ }).waitFor();
}

export const shots: readonly Shot[] = [
  {
    name: 'password',
    path: 'dang-nhap',
    as: 'nobody',
    fake: me('none'),
    show: (page) => page.getByRole('button', { name: 'Đăng nhập' }).waitFor(),
  },
  {
    name: 'empty',
    path: 'dang-nhap',
    as: 'nobody',
    fake: me('none'),
    show: async (page) => {
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByText('Hãy nhập mật khẩu.').waitFor();
    },
  },
  {
    name: 'locked',
    path: 'dang-nhap',
    as: 'nobody',
    fake: (staff) => {
      me('none')(staff);
      staff.answers.set('POST /api/auth/sign-in', () => ({
        status: 429,
        json: { error: { code: 'LockedOut', message: 'Too many wrong tries: 240 s' } },
      }));
    },
    show: async (page) => {
      await page.getByLabel('Thư điện tử').fill('hoa@example.vn');
      await page.getByLabel('Mật khẩu', { exact: true }).fill('không đúng đâu');
      await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByText('Hãy thử lại sau 4 phút').waitFor();
    },
  },
  {
    name: 'code',
    path: 'dang-nhap',
    as: 'nobody',
    fake: me('second'),
    show: (page) => heading(page, 'Nhập mã trên điện thoại'),
  },
  {
    name: 'recovery',
    path: 'dang-nhap',
    as: 'nobody',
    fake: (staff) => {
      me('second')(staff);
      staff.answers.set('POST /api/auth/second-factor', () => problem(403, 'CodeRefused'));
    },
    show: async (page) => {
      await page.getByRole('button', { name: 'Dùng mã dự phòng' }).click();
      await page.getByLabel('Mã dự phòng').fill('abcde-fghij');
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'enrol',
    path: 'dang-nhap',
    as: 'nobody',
    fake: enrolling,
    show: (page) => heading(page, 'Cài mã'),
  },
  { name: 'secret', path: 'dang-nhap', as: 'nobody', fake: enrolling, show: toSecret },
  {
    name: 'codes',
    path: 'dang-nhap',
    as: 'nobody',
    fake: enrolling,
    show: async (page) => {
      await toSecret(page);
      await page.getByLabel('Mã 6 số').fill('123456');
      await page.getByRole('button', { name: 'Xác nhận' }).click();
      await heading(page, 'Đã cài xong');
    },
  },
  {
    name: 'first',
    path: 'bat-dau?ma=x',
    as: 'nobody',
    fake: link('first'),
    show: (page) => heading(page, 'Tạo người quản trị đầu tiên'),
  },
  {
    name: 'invite-weak',
    path: 'bat-dau?ma=x',
    as: 'nobody',
    fake: link('invite'),
    show: async (page) => {
      await page.getByLabel('Mật khẩu mới').fill('matkhau@123456');
      await page.getByRole('button', { name: 'Lập tài khoản' }).click();
      await page.getByText('rất dễ bị đoán').waitFor();
    },
  },
  {
    name: 'reset',
    path: 'bat-dau?ma=x',
    as: 'nobody',
    fake: link('reset'),
    show: (page) => heading(page, 'Đặt lại mật khẩu'),
  },
  {
    name: 'gone',
    path: 'bat-dau?ma=x',
    as: 'nobody',
    fake: (staff) => {
      me('none')(staff);
      staff.answers.set('POST /api/auth/link', () => problem(410, 'LinkInvalid'));
    },
    show: (page) => heading(page, 'Đường dẫn không dùng được'),
  },
];
