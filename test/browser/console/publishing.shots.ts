import type { Page } from 'playwright-core';
import { ok, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const key = { kind: 'procedure', scope: '25326', id: 'dang-ky-tam-tru' };
const AT = Date.parse('2026-11-23T02:05:00Z');
const value = { fees: [{ id: 'truc-tuyen', amount: 9000 }] };

const draft = (id: string, more: object = {}) => ({
  id,
  key,
  title: 'Đăng ký tạm trú',
  value,
  status: 'in-review',
  author: 'tran-van-nam',
  authorName: 'Trần Văn Nam',
  basedOn: 'a',
  base: null,
  rev: 4,
  note: 'Mức mới theo nghị quyết của Hội đồng nhân dân, áp dụng từ 1/12.',
  publishAt: null,
  reviewer: null,
  reviewerName: null,
  reviewNote: null,
  createdAt: AT,
  updatedAt: AT,
  ...more,
});

const names = {
  'fees.truc-tuyen': 'Cá nhân, gia đình, nộp trên mạng',
  'documents.giay-to-cho-o': 'Giấy tờ về chỗ ở hợp pháp',
  'questions.cach-dang-ky': 'Anh/chị đăng ký cho ai?',
  'questions.cach-dang-ky.options.ca-nhan': 'Cho mình, gia đình',
};

const fields = [
  { path: 'fees.truc-tuyen.amount', before: { is: 7000 }, after: { is: 9000 }, names },
  { path: 'fees.truc-tuyen.from', before: {}, after: { is: '2026-12-01' }, names },
  {
    path: 'fees.truc-tuyen.when',
    before: {},
    after: { is: { q: 'cach-dang-ky', is: 'ca-nhan' } },
    names,
  },
  {
    path: 'documents.giay-to-cho-o.note',
    before: { is: 'Hợp đồng thuê nhà có chữ ký của chủ nhà.' },
    after: { is: 'Hợp đồng thuê nhà có chữ ký của chủ nhà, hoặc giấy đồng ý cho ở nhờ viết tay.' },
    names,
  },
];

const view = (more: object = {}) => ({
  draft: draft('d1'),
  live: value,
  differences: fields,
  changedSince: [],
  faults: [],
  told: [
    '~ dang-ky-tam-tru/fee/truc-tuyen (unit 25326): amount was 7000, is now 9000',
    '~ dang-ky-tam-tru/fee/truc-tuyen (unit 25326): from was null, is now "2026-12-01"',
  ],
  may: { edit: false, approve: true },
  ...more,
});

const threeWay = [
  {
    path: 'fees.truc-tuyen.amount',
    base: { is: 7000 },
    theirs: { is: 8000 },
    mine: { is: 9000 },
    names,
    clash: true,
  },
  {
    path: 'documents.to-khai.name',
    base: { is: 'Tờ khai thay đổi thông tin cư trú' },
    theirs: { is: 'Tờ khai thay đổi thông tin cư trú (mẫu CT01)' },
    mine: { is: 'Tờ khai thay đổi thông tin cư trú' },
    clash: false,
  },
];

const release = (number: number, more: object = {}) => ({
  number,
  hash: 'f'.repeat(64),
  publishedAt: AT - (3 - number) * 86_400_000,
  publisher: 'Lê Thị Mai',
  note: 'Đăng ký tạm trú',
  live: number === 3,
  changes: [{ key, title: 'Đăng ký tạm trú', author: 'Trần Văn Nam', approver: 'Lê Thị Mai' }],
  figures: { all: { top1: 87.6 } },
  ...more,
});

const publication = (id: string, more: object = {}) => ({
  id,
  what: `draft:${id}`,
  scope: '25326',
  status: 'running',
  stage: 'Đang hỏi thử bộ câu kiểm tra',
  done: 0.64,
  reasons: [],
  officerName: 'Lê Thị Mai',
  note: 'Đăng ký thường trú',
  dueAt: AT,
  release: null,
  createdAt: Date.now(),
  updatedAt: Date.now(),
  ...more,
});

const fake = ({ answers }: FakeStaff): void => {
  answers.set('GET /api/staff/:scope/drafts', () =>
    ok({
      drafts: [
        draft('d1'),
        draft('d2', {
          title: 'Chụp giấy tờ sao cho rõ',
          key: { kind: 'faq', scope: '25326', id: 'tep-chup-sao-cho-ro' },
          publishAt: AT + 86_400_000,
          authorName: 'Phạm Thị Thu Hương',
        }),
      ],
    }),
  );
  answers.set('GET /api/staff/:scope/drafts/:id', () => ok(view()));
  answers.set('POST /api/staff/:scope/entries/:kind/:id/preview', () =>
    ok({
      faults: [],
      parts: [
        {
          about: 'le-phi',
          messages: [
            {
              text: 'Lệ phí đăng ký tạm trú:\n• Nộp trực tuyến: 9.000 đồng',
              choices: ['Giấy tờ của tôi', 'Bắt đầu'],
            },
          ],
        },
      ],
    }),
  );
  answers.set('GET /api/staff/:scope/releases', () =>
    ok({
      releases: [release(3), release(2), release(1)],
      scheduled: [
        draft('d2', { title: 'Thông báo nghỉ Tết', status: 'approved', publishAt: AT + 86_400_000 }),
      ],
      live: 3,
    }),
  );
  answers.set('GET /api/staff/:scope/publications', () =>
    ok({
      publications: [
        publication('p1'),
        publication('p2', {
          status: 'refused',
          stage: 'Không đăng được',
          note: 'Đăng ký khai sinh',
          reasons: ['Nhóm câu "clean": tỷ lệ hiểu đúng ngay từ 91,2 % thành 86,4 %.'],
        }),
      ],
    }),
  );
  answers.set('GET /api/staff/:scope/releases/:from/difference/:to', () =>
    ok({ entries: [{ key, title: 'Đăng ký tạm trú', differences: fields }] }),
  );
  answers.set('GET /api/staff/:scope/overrides', () =>
    ok({ entries: [{ key, title: 'Đăng ký tạm trú', differences: fields }] }),
  );
  answers.set('GET /api/staff/:scope/upgrades', () =>
    ok({
      upgrades: [
        {
          key,
          title: 'Đăng ký tạm trú',
          shippedBefore: null,
          shippedNow: null,
          ours: null,
          fields: threeWay,
        },
      ],
    }),
  );
};

const empty = ({ answers }: FakeStaff): void => {
  answers.set('GET /api/staff/:scope/drafts', () => ok({ drafts: [] }));
  answers.set('GET /api/staff/:scope/releases', () => ok({ releases: [], scheduled: [], live: 0 }));
  answers.set('GET /api/staff/:scope/publications', () => ok({ publications: [] }));
  answers.set('GET /api/staff/:scope/overrides', () => ok({ entries: [] }));
  answers.set('GET /api/staff/:scope/upgrades', () => ok({ upgrades: [] }));
};

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor();
const text = (name: string) => (page: Page) => page.getByText(name).first().waitFor();

export const shots: readonly Shot[] = [
  { name: 'review', path: '25326/duyet', fake, show: text('Chụp giấy tờ') },
  { name: 'review-none', path: '25326/duyet', fake: empty, show: text('Không có bản nháp') },
  { name: 'draft', path: '25326/duyet/d1', fake, show: text('9.000') },
  {
    name: 'draft-told',
    path: '25326/duyet/d1',
    fake,
    show: async (page) => {
      await page.getByText('Người dân sẽ nghe khác').click();
      await page.getByText('7000').waitFor();
    },
  },
  {
    name: 'draft-preview',
    path: '25326/duyet/d1',
    fake,
    show: async (page) => {
      await page.getByText('Xem trước').click();
      await page.getByText('9.000 đồng').waitFor();
    },
  },
  {
    name: 'draft-refuse-empty',
    path: '25326/duyet/d1',
    fake,
    show: async (page) => {
      await page.getByRole('button', { name: 'Trả lại' }).click();
      await page.getByText('Hãy ghi vì sao').waitFor();
    },
  },
  {
    name: 'draft-old',
    path: '25326/duyet/d1',
    fake: (staff) => {
      fake(staff);
      staff.answers.set('GET /api/staff/:scope/drafts/:id', () =>
        ok(
          view({
            changedSince: threeWay,
            faults: [{ key, path: 'fees.0.amount', says: 'Số này phải từ 0 trở lên.', severity: 'error' }],
          }),
        ),
      );
    },
    show: text('Người khác đã đăng'),
  },
  { name: 'releases', path: '25326/phat-hanh', fake, show: text('Bản 3') },
  { name: 'releases-none', path: '25326/phat-hanh', fake: empty, show: text('Chưa đăng bản nào') },
  {
    name: 'restore',
    path: 'base/phat-hanh',
    as: 'province',
    fake,
    show: async (page) => {
      await page.getByRole('button', { name: 'Quay lại bản này: Bản 2' }).click();
      await page.getByText('Vì sao quay lại').waitFor();
    },
  },
  { name: 'between', path: '25326/phat-hanh/2/3', fake, show: heading('Từ Bản 2 đến Bản 3') },
  {
    name: 'overrides',
    path: '25326/khac-ban-chung',
    fake,
    show: async (page) => {
      await page.getByRole('button', { name: /Đăng ký tạm trú/ }).click();
      await page.getByText('9.000').waitFor();
    },
  },
  { name: 'overrides-none', path: '25326/khac-ban-chung', fake: empty, show: text('dùng đúng bản chung') },
  { name: 'upgrades', path: '25326/sau-cap-nhat', fake, show: text('Hai bên cùng đổi') },
  { name: 'upgrades-none', path: '25326/sau-cap-nhat', fake: empty, show: text('Không có việc gì') },
];
