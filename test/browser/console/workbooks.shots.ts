import type { Page } from 'playwright-core';
import { ok, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const books = [
  {
    id: 'hoi-dap',
    title: 'Câu hỏi thường gặp',
    help: ['Mỗi dòng ở trang "Hỏi đáp" là một câu hỏi cùng câu trả lời và câu mẫu của nó.'],
    sheets: [
      { id: 'hoi-dap', name: 'Hỏi đáp', rows: 168 },
      { id: 'nguon', name: 'Nguồn', rows: 240 },
    ],
    edits: false,
  },
  {
    id: 'le-phi',
    title: 'Phí, lệ phí',
    help: ['Mỗi dòng ở trang "Lệ phí" là một khoản của một thủ tục.'],
    sheets: [
      { id: 'le-phi', name: 'Lệ phí', rows: 269 },
      { id: 'nguon', name: 'Nguồn', rows: 820 },
    ],
    edits: true,
  },
];
const comparison = {
  hash: 'h',
  rows: 270,
  same: 267,
  added: 1,
  changed: 1,
  removed: 1,
  entries: 2,
  changes: [
    {
      sheet: 'Lệ phí',
      kind: 'changed',
      title: 'chung-thuc-ban-sao-tu-ban-chinh · hai-trang-dau',
      line: 44,
      cells: [{ heading: 'Số tiền (đồng)', before: '2000', after: '2500' }],
    },
    {
      sheet: 'Lệ phí',
      kind: 'added',
      title: 'dang-ky-tam-tru',
      line: 271,
      cells: [
        { heading: 'Mã thủ tục', before: '', after: 'dang-ky-tam-tru' },
        { heading: 'Tên khoản', before: '', after: 'Lệ phí nộp tại quầy' },
        { heading: 'Số tiền (đồng)', before: '', after: 'chưa rõ' },
      ],
    },
    { sheet: 'Lệ phí', kind: 'removed', title: 'tach-ho · le-phi', line: null, cells: [] },
  ],
  faults: [],
  errors: 0,
  warnings: 0,
};
const faults = [
  {
    sheet: 'Lệ phí',
    cell: 'I7',
    message: '"tám nghìn" không phải là số, cũng không phải "chưa rõ".',
    severity: 'error',
  },
  { sheet: 'Nguồn', cell: 'C12', message: 'Ô này phải điền.', severity: 'error' },
  {
    sheet: 'Lệ phí',
    cell: 'B9',
    message: 'Cột này chỉ để xem, chỗ sửa ở đây không có tác dụng.',
    severity: 'warning',
  },
];

const asks =
  (compared: object, drafted: object = {}) =>
  ({ answers }: FakeStaff): void => {
    answers.set('GET /api/staff/:scope/workbooks', () => ok({ books }));
    answers.set('POST /api/staff/:scope/workbooks/:book/comparison', () => ok(compared));
    answers.set('POST /api/staff/:scope/workbooks/:book/drafts', () => ok(drafted));
    answers.set('GET /api/staff/:scope/workbook-progress/:ticket', () => ok({ done: 0.4 }));
  };

async function bring(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập tệp: Phí, lệ phí' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'le-phi.csv', mimeType: 'text/csv', buffer: Buffer.from('Mã\n') });
  await page.getByRole('button', { name: 'So sánh' }).click();
}

export const shots: readonly Shot[] = [
  {
    name: 'books',
    path: '25326/excel',
    fake: asks({}),
    show: async (page) => page.getByRole('heading', { name: 'Phí, lệ phí' }).waitFor(),
  },
  {
    name: 'compared',
    path: '25326/excel',
    fake: asks({ comparison }),
    show: async (page) => {
      await bring(page);
      await page.getByRole('button', { name: 'Lập 2 bản nháp' }).waitFor();
    },
  },
  {
    name: 'errors',
    path: '25326/excel',
    fake: asks({ comparison: { ...comparison, faults, errors: 2, warnings: 1 } }),
    show: async (page) => {
      await bring(page);
      await page.getByText('ô I7').waitFor();
    },
  },
  {
    name: 'refused',
    path: '25326/excel',
    fake: asks({ refused: 'Tệp có macro nên không nhận. Lưu lại thành .xlsx (không macro) rồi thử lại.' }),
    show: async (page) => {
      await bring(page);
      await page.getByText('Không đọc được tệp').waitFor();
    },
  },
  {
    name: 'done',
    path: '25326/excel',
    fake: asks(
      { comparison },
      {
        drafts: [
          { id: 'd1', kind: 'procedure', scope: '25326', title: 'Chứng thực bản sao từ bản chính', rev: 1 },
          { id: 'd2', kind: 'procedure', scope: '25326', title: 'Đăng ký tạm trú', rev: 1 },
        ],
        questions: 0,
      },
    ),
    show: async (page) => {
      await bring(page);
      await page.getByRole('button', { name: 'Lập 2 bản nháp' }).click();
      await page.getByText('Đã lập 2 bản nháp').waitFor();
    },
  },
];
