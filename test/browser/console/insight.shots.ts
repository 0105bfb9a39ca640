import type { Page } from 'playwright-core';
import { ok, type FakeStaff } from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';

const API = '/api/staff/:scope/insight';
const birth = { id: 'dang-ky-khai-sinh', name: 'Đăng ký khai sinh' };
const copy = { id: 'cap-ban-sao-trich-luc-ho-tich', name: 'Cấp bản sao trích lục hộ tịch' };
const otp = { id: 'trouble:otp-khong-den', name: 'Không nhận được mã OTP' };
const at = Date.UTC(2026, 10, 20, 3, 0);

const topics = {
  topics: [
    { ...birth, kind: 'procedure', phrases: 41 },
    { ...copy, kind: 'procedure', phrases: 22 },
    { ...otp, kind: 'trouble', phrases: 9 },
  ],
};

const review = {
  groups: [
    {
      id: 'a1',
      kinds: [
        { kind: 'unknown', count: 7 },
        { kind: 'asked-twice', count: 2 },
      ],
      count: 9,
      people: 6,
      wordings: [
        { text: 'xin giấy xác nhận số nhà', count: 4 },
        { text: 'xin cap so nha moi', count: 2 },
        { text: 'nhà tôi chưa có số thì xin ở đâu', count: 1 },
      ],
      taken: [
        { topic: null, aspect: null, count: 7 },
        { topic: copy, aspect: 'ho-so', count: 2 },
      ],
      lastAt: at,
    },
    {
      id: 'b2',
      kinds: [{ kind: 'rated-bad', count: 3 }],
      count: 3,
      people: 3,
      wordings: [{ text: 'làm lại giấy khai sinh bị rách', count: 3 }],
      taken: [{ topic: birth, aspect: null, count: 3 }],
      lastAt: at,
    },
  ],
  wrong: [
    {
      key: 'dang-ky-khai-sinh/fee/qua-han',
      procedure: birth,
      field: 'fee',
      people: 2,
      reports: 3,
      lastAt: at,
    },
  ],
  hidden: 14,
};

const answered = (topic: { id: string; name: string } | null, reply: string) => ({
  outcome: topic === null ? 'unclear' : 'answer',
  topic,
  aspect: topic === null ? null : 'le-phi',
  p: 0.8,
  reply,
});
const share = (hits: number, of: number) => ({ hits, of });
const compared = {
  slices: ['all', 'ward', 'clean', 'no diacritics'].map((slice) => ({
    slice,
    rows: 120,
    figures: [
      { figure: 'top1', before: share(110, 120), after: share(112, 120) },
      { figure: 'confident-wrong', before: share(2, 120), after: share(1, 120) },
    ],
  })),
  missed: {
    before: [],
    after: [{ slice: 'all', figure: 'aspect', must: 'least', got: 84.2, mark: 85 }],
  },
  evaluation: {
    asked: 2533,
    better: 3,
    worse: 1,
    same: 0,
    moves: [
      {
        text: 'trích lục khai sinh hết bao nhiêu',
        right: copy,
        slice: 'clean',
        verdict: 'worse',
        before: answered(copy, 'Lệ phí: 8.000 đồng một bản.'),
        after: answered(birth, 'Đăng ký đúng hạn: không thu lệ phí.'),
      },
      {
        text: 'làm giấy cho bé mới sinh',
        right: birth,
        slice: 'ward',
        verdict: 'better',
        before: answered(null, 'Tôi chưa hiểu câu này. Anh/chị nói rõ hơn giúp tôi.'),
        after: answered(birth, 'Đăng ký đúng hạn: không thu lệ phí.'),
      },
    ],
  },
  questions: {
    asked: 812,
    people: 301,
    changed: 19,
    groups: [
      {
        before: answered(null, 'Tôi chưa hiểu câu này. Anh/chị nói rõ hơn giúp tôi.'),
        after: answered(birth, 'Đăng ký đúng hạn: không thu lệ phí.\nQuá hạn: 8.000 đồng.'),
        count: 17,
        people: 12,
        wordings: [{ text: 'lam giay cho be moi sanh', count: 5 }],
      },
      {
        before: answered(copy, 'Lệ phí: 8.000 đồng một bản.'),
        after: answered(copy, 'Lệ phí: 10.000 đồng một bản.'),
        count: 2,
        people: 1,
        wordings: [],
      },
    ],
    more: 2,
  },
};

const draft = {
  id: '0193a5c0-0000-7000-8000-000000000001',
  key: { kind: 'procedure', scope: '25326', id: birth.id },
  title: birth.name,
  value: { phrases: [] },
  status: 'in-review',
  author: 'lan',
  authorName: 'Trần Thị Lan',
  basedOn: null,
  base: null,
  rev: 2,
  note: '',
  publishAt: null,
  reviewer: null,
  reviewerName: null,
  reviewNote: null,
  createdAt: at,
  updatedAt: at,
};

const health = {
  status: 'done',
  done: 1,
  at,
  fresh: false,
  health: {
    topics: 465,
    phrases: 7200,
    same: [{ phrase: 'xin trích lục', topics: [copy, birth] }],
    overlaps: [
      { topics: [birth, copy], phrases: ['giấy khai sinh bị mất', 'xin lại khai sinh'], share: 0.12 },
    ],
    few: [{ topic: otp, phrases: 3 }],
    misread: [{ phrase: 'khai sinh bản chính', topic: copy, got: birth }],
    confusions: [{ right: copy, got: birth, count: 4, texts: ['làm lại giấy khai sinh bị rách'] }],
    slices: [{ slice: 'all', rows: 1485, right: share(1380, 1485), wrong: share(12, 1485) }],
  },
};

const tried = {
  text: 'lam khai sinh cho con het bao nhieu tien',
  masked: ['phone'],
  outcome: 'answer',
  topic: birth,
  aspect: 'le-phi',
  p: 0.94,
  confidence: 'sure',
  aspectP: 0.9,
  fromContext: false,
  because: [
    { word: 'khai', weight: 1.32 },
    { word: 'sinh', weight: 1.1 },
    { word: 'con', weight: 0.41 },
  ],
  candidates: [
    { topic: birth, p: 0.94 },
    { topic: copy, p: 0.03 },
  ],
  national: [
    {
      code: '1.001193',
      name: 'Thủ tục đăng ký khai sinh',
      kind: 'covered',
      body: 'Ủy ban nhân dân cấp xã',
      explains: 0.8,
    },
  ],
  units: [{ name: 'Phường Bình Long', said: 'bình long', former: false }],
  command: null,
  replies: [
    {
      blocks: [
        { kind: 'text', text: 'Lệ phí đăng ký khai sinh:' },
        {
          kind: 'facts',
          items: [
            { id: 'dung-han', label: 'Đăng ký đúng hạn', value: 'không thu', weak: false },
            { id: 'qua-han', label: 'Quá hạn', value: '8.000 đồng', weak: false },
          ],
        },
        {
          kind: 'sources',
          items: [{ title: 'Nghị quyết 10/2024/NQ-HĐND' }],
          asOf: 'Tính đến 10/6/2026.',
          weak: false,
        },
      ],
      choices: [
        { id: 'a', title: 'Giấy tờ cần có', style: 'normal' },
        { id: 'b', title: 'Bắt đầu nộp', style: 'primary' },
      ],
      facts: ['dang-ky-khai-sinh/fee/dung-han'],
    },
  ],
  facts: [
    {
      key: 'dang-ky-khai-sinh/fee/dung-han',
      procedure: birth,
      field: 'fee',
      asOf: '2026-06-10',
      basis: 'law',
      sources: [
        { title: 'Nghị quyết 10/2024/NQ-HĐND', url: 'https://dongnai.gov.vn/nq10', date: '2024-07-01' },
      ],
    },
  ],
};

const questions = {
  asked: 812,
  people: 301,
  topics: [
    {
      topic: birth,
      count: 120,
      people: 88,
      outcomes: [
        { outcome: 'answer', count: 97 },
        { outcome: 'offer', count: 23 },
      ],
      aspects: [
        { aspect: 'ho-so', count: 64 },
        { aspect: null, count: 56 },
      ],
      helped: 31,
      notHelped: 4,
      wrong: 2,
      wordings: [{ text: 'khai sinh cho con cần giấy tờ gì', count: 9 }],
    },
    {
      topic: null,
      count: 41,
      people: 30,
      outcomes: [{ outcome: 'unclear', count: 41 }],
      aspects: [{ aspect: null, count: 41 }],
      helped: 0,
      notHelped: 0,
      wrong: 0,
      wordings: [],
    },
  ],
};

function server({ answers }: FakeStaff): void {
  answers.set(`GET ${API}/review`, () => ok(review));
  answers.set(`GET ${API}/questions`, () => ok(questions));
  answers.set(`GET ${API}/topics`, () => ok(topics));
  answers.set(`GET ${API}/understanding`, () => ok(health));
  answers.set(`POST ${API}/try`, () => ok(tried));
  answers.set(`POST ${API}/comparisons`, () => ({ status: 201, json: { id: draft.id } }));
  answers.set(`GET ${API}/comparisons/:run`, () =>
    ok({ status: 'done', done: 1, result: { kind: 'compared', compared } }),
  );
  answers.set('GET /api/staff/:scope/drafts', () => ok({ drafts: [draft] }));
  answers.set(`GET ${API}/topics/:topic`, () =>
    ok({ topic: birth, words: [{ word: 'khai sinh', weight: 12.4 }], phrases: ['làm khai sinh cho con'] }),
  );
}

const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

export const shots: readonly Shot[] = [
  {
    name: 'questions',
    path: '25326/nguoi-dan-hoi',
    fake: server,
    show: async (page) => {
      await page.getByText('Đăng ký khai sinh').click();
      await page.getByText('khai sinh cho con cần giấy tờ gì').waitFor();
    },
  },
  {
    name: 'questions-empty',
    path: '25326/nguoi-dan-hoi',
    fake: (staff) => {
      server(staff);
      staff.answers.set(`GET ${API}/questions`, () => ok({ asked: 0, people: 0, topics: [] }));
    },
    show: (page) => page.getByText('Chưa có câu hỏi nào').waitFor(),
  },
  {
    name: 'review',
    path: '25326/can-xem',
    fake: server,
    show: async (page) => {
      await titled(page, 'Câu hỏi cần xem');
      await page.getByText('xin giấy xác nhận số nhà').first().waitFor();
    },
  },
  {
    name: 'review-empty',
    path: '25326/can-xem',
    fake: (staff) => {
      server(staff);
      staff.answers.set(`GET ${API}/review`, () => ok({ groups: [], wrong: [], hidden: 0 }));
    },
    show: (page) => page.getByText('Không có nhóm câu hỏi nào cần xem.').waitFor(),
  },
  {
    name: 'review-assign',
    path: '25326/can-xem',
    fake: server,
    show: async (page) => {
      await page.getByRole('button', { name: 'Đây là việc …' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'review-dismiss',
    path: '25326/can-xem',
    fake: server,
    show: async (page) => {
      await page.getByRole('button', { name: 'Bỏ qua' }).first().click();
      await page.getByText('Bỏ qua nhóm này?').waitFor();
    },
  },
  {
    name: 'review-new-entry',
    path: 'base/can-xem',
    as: 'province',
    fake: server,
    show: async (page) => {
      await page.getByRole('button', { name: 'Viết mục mới' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'try-empty',
    path: '25326/hoi-thu',
    fake: server,
    show: (page) => titled(page, 'Hỏi thử'),
  },
  {
    name: 'try',
    path: 'base/hoi-thu',
    as: 'province',
    fake: server,
    show: async (page) => {
      await page.getByText('Chọn thêm').click();
      await page.getByLabel('Câu của người dân').fill(tried.text);
      await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
      await page.getByText('Những chữ quyết định').waitFor();
    },
  },
  {
    name: 'replay',
    path: `25326/chay-thu?nhap=${draft.id}`,
    fake: server,
    show: async (page) => {
      await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
      await page.getByText('Những câu đổi câu trả lời').click();
      await page.getByText('trích lục khai sinh hết bao nhiêu').waitFor();
    },
  },
  {
    name: 'replay-running',
    path: `25326/chay-thu?nhap=${draft.id}`,
    fake: (staff) => {
      server(staff);
      staff.answers.set(`GET ${API}/comparisons/:run`, () =>
        ok({ status: 'running', done: 0.42, result: null }),
      );
    },
    show: async (page) => {
      await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'replay-empty',
    path: '25326/chay-thu',
    fake: (staff) => {
      server(staff);
      staff.answers.set('GET /api/staff/:scope/drafts', () => ok({ drafts: [] }));
    },
    show: (page) => page.getByText('Chưa có bản nháp nào').waitFor(),
  },
  {
    name: 'understanding',
    path: '25326/hieu-cau-hoi?viec=dang-ky-khai-sinh',
    fake: server,
    show: async (page) => {
      await page.getByText('Hai việc dễ lẫn').click();
      await page.getByText('Chữ riêng của “Đăng ký khai sinh”').waitFor();
    },
  },
  {
    name: 'understanding-never',
    path: '25326/hieu-cau-hoi',
    fake: (staff) => {
      server(staff);
      staff.answers.set(`GET ${API}/understanding`, () =>
        ok({ status: null, done: 0, at: null, fresh: false, health: null }),
      );
    },
    show: (page) => page.getByText('Chưa soi lần nào').waitFor(),
  },
];
