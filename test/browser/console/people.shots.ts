import type { Page } from 'playwright-core';
import { anOfficer, ok, problem, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const at = Date.parse('2026-11-22T02:00:00Z');
const person = (id: string, name: string, role: string, more: object = {}) => ({
  id,
  name,
  email: `${id}@binhlong.example.vn`,
  grants: [{ role, scope: '25326' }],
  disabledAt: null,
  lastInAt: at,
  secondFactor: true,
  manageable: true,
  ...more,
});

const answers = (staff: FakeStaff): void => {
  staff.answers.set('GET /api/staff/:scope/people', () =>
    ok({
      people: [
        person(anOfficer.id, anOfficer.name, 'unit-administrator'),
        person('binh', 'Lê Văn Bình', 'approver'),
        person('cuc', 'Phạm Thị Kim Cúc', 'editor', { secondFactor: false, lastInAt: null }),
        person('dung', 'Võ Quốc Dũng', 'viewer', { disabledAt: at }),
        person('giang', 'Nguyễn Hương Giang', 'answerer', {
          manageable: false,
          grants: [
            { role: 'answerer', scope: '25326' },
            { role: 'editor', scope: '25333' },
          ],
        }),
      ],
      invitations: [
        {
          id: 'i1',
          email: 'hanh@binhlong.example.vn',
          name: 'Trần Mỹ Hạnh',
          grants: [{ role: 'editor', scope: '25326' }],
          createdAt: at,
          expiresAt: at + 3 * 86_400_000,
        },
      ],
    }),
  );
  const link = {
    url: 'https://hoso.example.vn/quan-tri/bat-dau?ma=Jm9Xy0K3nQ2wT7vB5sD8fG1hJ4kL6zX0cV9bN3mQ1wE',
    expiresAt: at + 3 * 86_400_000,
  };
  staff.answers.set('POST /api/staff/:scope/people/invitations', ({ body }) =>
    JSON.stringify(body).includes('binh@') ? problem(409, 'AccountExists') : { status: 201, json: link },
  );
};

const shown = (page: Page) => page.getByText('Võ Quốc Dũng').waitFor();

async function invite(page: Page, email: string): Promise<void> {
  await shown(page);
  await page.getByRole('button', { name: 'Mời cán bộ' }).click();
  await page.getByLabel('Họ và tên').fill('Trần Mỹ Hạnh');
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByRole('radio', { name: /Người duyệt/ }).check();
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
}

export const shots: readonly Shot[] = [
  { name: 'list', path: '25326/can-bo', fake: answers, show: shown },
  {
    name: 'empty',
    path: '25326/can-bo',
    fake: (staff) => {
      staff.answers.set('GET /api/staff/:scope/people', () => ok({ people: [], invitations: [] }));
    },
    show: (page) => page.getByText('chưa có ai').waitFor(),
  },
  {
    name: 'menu',
    path: '25326/can-bo',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('button', { name: 'Việc với Lê Văn Bình' }).click();
      await page.getByText('Gỡ mã trên điện thoại đã mất').waitFor();
    },
  },
  {
    name: 'role',
    path: '25326/can-bo',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('button', { name: 'Việc với Phạm Thị Kim Cúc' }).click();
      await page.getByText('Đổi quyền').click();
      await page.getByRole('radio', { name: /Người duyệt/ }).check();
      await page.getByText('bắt buộc cài mã').waitFor();
    },
  },
  {
    name: 'ask',
    path: '25326/can-bo',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('button', { name: 'Việc với Lê Văn Bình' }).click();
      await page.getByText('Khóa tài khoản').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'exists',
    path: '25326/can-bo',
    fake: answers,
    show: async (page) => {
      await invite(page, 'binh@binhlong.example.vn');
      await page.getByText('đã có tài khoản').waitFor();
    },
  },
  {
    name: 'invite-province',
    path: 'base/can-bo',
    as: 'province',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('button', { name: 'Mời cán bộ' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'link',
    path: '25326/can-bo',
    fake: answers,
    show: async (page) => {
      await invite(page, 'hanh@binhlong.example.vn');
      await page.getByRole('textbox', { name: 'Đường dẫn dùng một lần' }).waitFor();
    },
  },
];
