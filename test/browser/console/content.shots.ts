import type { Page } from 'playwright-core';
import type { Json } from '../../../src/json.ts';
import { fakeEntries, someEntries } from './support/fake-entries.ts';
import type { FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const fake = ({ answers }: FakeStaff): void => void fakeEntries(answers);
/** Tabs on a wide window, a list on a phone. */
const tab = (name: string) => async (page: Page) => {
  const list = page.getByRole('combobox', { name: 'Các phần' });
  if (await list.isVisible()) {
    await list.click();
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: new RegExp(`^${name}`) })
      .click();
  } else await page.getByRole('tab', { name }).click();
};
const opened = async (page: Page) =>
  page.getByRole('heading', { level: 1, name: /tạm trú|Tạm trú/i }).waitFor();
const procedure = 'base/noi-dung/procedure/dang-ky-tam-tru';

const part = (
  name: string,
  title: string,
  then?: (page: Page) => Promise<unknown>,
  guide?: NonNullable<Shot['guide']>,
): Shot => ({
  name,
  ...(guide === undefined ? {} : { guide }),
  path: procedure,
  as: 'province',
  fake,
  show: async (page) => {
    await opened(page);
    await tab(title)(page);
    await then?.(page);
  },
});
const openFirst = async (page: Page) => page.locator('.items .ant-collapse-header').first().click();

export const shots: readonly Shot[] = [
  {
    name: 'list',
    guide: 'danh-sach',
    path: '25326/noi-dung',
    fake,
    show: async (page) => page.getByRole('link', { name: 'Đăng ký tạm trú' }).waitFor(),
  },
  {
    name: 'list-empty',
    path: '25326/noi-dung?tim=xyz',
    fake,
    show: async (page) => page.getByText('Không có mục nào').first().waitFor(),
  },
  {
    name: 'list-weak',
    path: '25326/noi-dung?chi=low',
    fake,
    show: async (page) => page.getByText('Nguồn yếu').first().waitFor(),
  },
  { name: 'procedure', path: procedure, as: 'province', fake, show: opened },
  { name: 'procedure-unit', path: '25326/noi-dung/procedure/dang-ky-tam-tru', fake, show: opened },
  part('questions', 'Câu hỏi', openFirst),
  part(
    'documents',
    'Giấy tờ',
    async (page) => {
      const third = page.locator('.items .ant-collapse-header').nth(2);
      await third.click();
      await page.evaluate(
        `scrollTo(0, document.querySelectorAll('.items .ant-collapse-header')[2].getBoundingClientRect().top + scrollY - 100)`,
      );
    },
    'giay-to',
  ),
  part('fees', 'Lệ phí', openFirst),
  part(
    'fees-buttons',
    'Lệ phí',
    async (page) => {
      await openFirst(page);
      const button = page.getByRole('button', { name: 'Mức mới từ một ngày' });
      await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    },
    'le-phi',
  ),
  part('fee-new', 'Lệ phí', async (page) => {
    await openFirst(page);
    await page.getByRole('button', { name: 'Mức mới từ một ngày' }).click();
  }),
  part('time', 'Thời hạn', openFirst),
  part('place', 'Nơi nộp'),
  part('steps', 'Các bước', async (page) =>
    page.getByRole('button', { name: 'Chọn nơi nộp' }).first().click(),
  ),
  part('phrases', 'Câu mẫu'),
  part('sources', 'Nguồn và ngày', openFirst),
  {
    name: 'faults',
    path: procedure,
    as: 'province',
    fake,
    show: async (page) => {
      await opened(page);
      await page.getByLabel('Tên thủ tục', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Xem các chỗ cần sửa' }).click();
    },
  },
  {
    name: 'picture',
    path: procedure,
    as: 'province',
    fake,
    show: async (page) => {
      await opened(page);
      const preview = page.getByRole('button', { name: 'Xem trước' });
      if (await preview.isVisible()) await preview.click();
      await page.getByRole('tab', { name: 'Sơ đồ hướng dẫn' }).click();
      await page.getByRole('img', { name: 'Sơ đồ hướng dẫn' }).waitFor();
    },
  },
  {
    name: 'conflict',
    guide: 'hai-ban',
    path: procedure,
    as: 'province',
    fake: ({ answers }) => {
      const entries = fakeEntries(answers);
      answers.set('PUT /api/staff/:scope/entries/:kind/:id/draft', () => {
        const shipped = someEntries()[0]?.value as Record<string, Json>;
        entries.saveElsewhere('procedure:dang-ky-tam-tru', {
          ...shipped,
          name: 'Đăng ký tạm trú cho người thuê',
          short: 'làm tạm trú',
          field: 'Cư trú và căn cước',
        });
        return { status: 409, json: { error: { code: 'Conflict', message: '' } } };
      });
    },
    show: async (page) => {
      await opened(page);
      await page.getByLabel('Tên thủ tục', { exact: true }).fill('Đăng ký tạm trú mới');
      await page.getByText('Có hai bản khác nhau').waitFor();
    },
  },
  {
    name: 'submit',
    path: procedure,
    as: 'province',
    fake,
    show: async (page) => {
      await opened(page);
      await page.getByLabel('Tên thủ tục', { exact: true }).fill('Đăng ký tạm trú mới');
      await page.getByRole('button', { name: 'Gửi duyệt' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'faq',
    path: 'base/noi-dung/faq/ai-ubnd-hay-cong-an',
    as: 'province',
    fake,
    show: async (page) => page.getByLabel('Câu trả lời', { exact: true }).waitFor(),
  },
  {
    name: 'unit',
    path: '25326/noi-dung/unit/25326',
    fake,
    show: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await openFirst(page);
    },
  },
  {
    name: 'notice',
    path: '25326/noi-dung/notice/nghi-le',
    fake,
    show: async (page) => page.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    name: 'wording',
    path: 'base/noi-dung/wording/answer.papers',
    as: 'province',
    fake,
    show: async (page) => page.getByLabel('Câu', { exact: true }).waitFor(),
  },
  {
    name: 'calendar',
    path: 'base/noi-dung/calendar/2026',
    as: 'province',
    fake,
    show: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await openFirst(page);
    },
  },
];
