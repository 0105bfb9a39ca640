import type { Page } from 'playwright-core';
import { anOfficer, ok, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const at = Date.parse('2026-11-22T02:00:00Z');
const sources = [
  { id: 'luat', title: 'Nghị định 123/2026/NĐ-CP về đăng ký cư trú', url: 'https://vbpl.vn/123' },
  { id: 'trang', title: 'Trang thủ tục trên Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn/1' },
];
const item = (id: string, title: string, reasons: object[], more: object = {}) => ({
  key: { kind: 'procedure', scope: '25326', id },
  title,
  asOf: '2026-05-10',
  review: '2026-11-01',
  reasons,
  sources,
  links: [],
  taken: null,
  confirmed: null,
  confirmable: true,
  ...more,
});

const items = [
  item('dang-ky-tam-tru', 'Đăng ký tạm trú', [{ kind: 'overdue', about: ['2026-11-01'] }], {
    taken: { by: anOfficer.id, name: anOfficer.name, at },
  }),
  item(
    'dang-ky-khai-sinh',
    'Đăng ký khai sinh',
    [
      { kind: 'dead-link', about: ['https://dichvucong.gov.vn/p/home/dvc-chi-tiet.html?ma=1.001193'] },
      { kind: 'weak', about: ['Theo trí nhớ'] },
    ],
    {
      links: [
        {
          url: 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet.html?ma=1.001193',
          state: 'gone',
          detail: '404',
          lookedAt: at,
          failingSince: at - 3 * 86_400_000,
        },
      ],
    },
  ),
  item('chung-thuc-chu-ky', 'Chứng thực chữ ký', [{ kind: 'unknown-fee', about: ['Phí chứng thực'] }], {
    key: { kind: 'procedure', scope: 'base', id: 'chung-thuc-chu-ky' },
    confirmable: false,
  }),
  item('khai-tu', 'Đăng ký khai tử', [{ kind: 'soon', about: ['2026-12-10'] }], {
    confirmed: { name: 'Lê Văn Bình', at },
  }),
];

const answers = (staff: FakeStaff): void => {
  staff.answers.set('GET /api/staff/:scope/freshness', ({ query }) => {
    const found = query.get('q') === null ? items : [];
    return ok({
      total: found.length,
      items: found,
      counts: { overdue: 1, 'dead-link': 1, 'unknown-fee': 1, weak: 1, soon: 1 },
      links: { known: 412, lookedAt: at },
    });
  });
  staff.answers.set('POST /api/staff/:scope/freshness/confirmations', () => ({
    status: 422,
    json: {
      error: {
        code: 'NotPublishable',
        message: 'It has faults',
        faults: [{ key: null, path: 'fees.0', says: 'Lệ phí chưa có nguồn.', severity: 'error' }],
      },
    },
  }));
};

const shown = (page: Page) => page.getByRole('link', { name: 'Đăng ký khai tử', exact: true }).waitFor();

async function confirming(page: Page): Promise<void> {
  await shown(page);
  await page.getByRole('button', { name: '“Đăng ký tạm trú” vẫn đúng' }).click();
  await page.getByRole('dialog').getByText('Đã so với nguồn nào').waitFor();
}

export const shots: readonly Shot[] = [
  { name: 'list', path: '25326/ra-soat', fake: answers, show: shown },
  { name: 'confirm', path: '25326/ra-soat', fake: answers, show: confirming },
  {
    name: 'other-source',
    path: '25326/ra-soat',
    fake: answers,
    show: async (page) => {
      await confirming(page);
      await page.getByRole('combobox', { name: 'Đã so với nguồn nào' }).click();
      await page.waitForTimeout(500);
      await page.locator('.ant-select-item-option-content', { hasText: 'Nguồn khác' }).click();
      await page.getByRole('button', { name: 'Xác nhận vẫn đúng' }).click();
      await page.getByText('Hãy ghi tên nguồn.').waitFor();
    },
  },
  {
    name: 'refused',
    path: '25326/ra-soat',
    fake: answers,
    show: async (page) => {
      await confirming(page);
      await page.getByRole('button', { name: 'Xác nhận vẫn đúng' }).click();
      await page.getByText('Lệ phí chưa có nguồn.').waitFor();
    },
  },
  {
    name: 'no-match',
    path: '25326/ra-soat',
    fake: answers,
    show: async (page) => {
      await shown(page);
      await page.getByRole('searchbox', { name: 'Tìm theo tên' }).fill('không có');
      await page.getByText('Không có mục nào khớp').waitFor();
    },
  },
];
