import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { choice, columnOf, list, plain, rowOf, words, type Field } from './field.ts';
import { groupOf } from './group.ts';
import { applyCells, type Refusal } from './items.ts';
import { bothLanguages, reviewDates, sourcesCited } from './shared-fields.ts';
import { applySources, sourceRows, SOURCES, sourcesSheet } from './sources.ts';
import { outcomeChoices } from './words.vi.ts';

const id: Field = plain(
  {
    id: 'ma',
    at: 'id',
    heading: 'Mã',
    note: 'Tên ngắn, không dấu. Để trống khi thêm mới: tự đặt theo tên.',
    width: 26,
  },
  'code',
);
const fields: readonly Field[] = [
  words(
    {
      id: 'nhom',
      at: 'group',
      heading: 'Nhóm',
      note: 'Nhóm câu hỏi, như "Nộp hồ sơ".',
      width: 20,
      required: true,
    },
    'vi',
  ),
  ...bothLanguages(
    {
      id: 'ten',
      at: 'name',
      heading: 'Tên',
      note: 'Gọi tên câu hỏi trong vài chữ.',
      width: 30,
      required: true,
    },
    24,
  ),
  choice(
    {
      id: 'ket-qua',
      at: 'outcome',
      heading: 'Bot làm gì',
      note: 'Thường là "trả lời".',
      width: 16,
      required: true,
    },
    outcomeChoices,
  ),
  ...bothLanguages(
    {
      id: 'tra-loi',
      at: 'answer',
      heading: 'Trả lời',
      note: 'Câu ngắn, dễ hiểu, gọi "anh/chị". Điều nêu ra phải có nguồn.',
      width: 70,
    },
    50,
  ),
  list({
    id: 'cau-mau',
    at: 'phrases',
    heading: 'Câu mẫu',
    note: 'Người dân hay hỏi thế nào; mỗi dòng một câu, ít nhất 6 câu.',
    width: 50,
    required: true,
  }),
  list({
    id: 'noi-hoi',
    at: 'whoHelps',
    heading: 'Nơi hỏi thêm',
    note: 'Mã nơi liên hệ (ward, 1022, vneid …), mỗi dòng một mã.',
    width: 18,
  }),
  list({
    id: 'lien-quan',
    at: 'related',
    heading: 'Gợi ý kèm',
    note: 'Mã thủ tục hoặc câu hỏi khác, mỗi dòng một mã.',
    width: 30,
  }),
  plain(
    {
      id: 'thuoc',
      at: 'under',
      heading: 'Thuộc chủ đề',
      note: 'Mã chủ đề chung mà câu này được đếm vào.',
      width: 26,
    },
    'code',
  ),
  sourcesCited(),
  ...reviewDates('Quá ngày này bot nói dè dặt hơn.'),
];

const sheet: SheetSpec = {
  id: 'hoi-dap',
  name: 'Hỏi đáp',
  key: ['ma'],
  title: ['ten'],
  columns: [id, ...fields].map(columnOf),
};
const sources = sourcesSheet({ id: 'muc', heading: 'Mã câu hỏi', note: 'Mã ở trang "Hỏi đáp".', width: 26 });

/** Questions that are about no procedure: one row each. */
export const faq: Book = {
  id: 'hoi-dap',
  title: 'Câu hỏi thường gặp',
  help: ['Mỗi dòng ở trang "Hỏi đáp" là một câu hỏi cùng câu trả lời và câu mẫu của nó.'],
  keepsRows: [sheet.id],
  sheets: [sheet, sources],
  tables: (shelf) => {
    const entries = shelf.entries('faq');
    return [
      {
        spec: sheet,
        rows: entries.map(({ key, value }): Row => rowOf(fields, groupOf(value), { ma: key.id })),
      },
      { spec: sources, rows: entries.flatMap((entry) => sourceRows('muc', entry)) },
    ];
  },
  keyOf: (sheetId, row) => {
    const named = row[sheetId === SOURCES ? 'muc' : 'ma'];
    return typeof named === 'string' ? { kind: 'faq', scope: 'base', id: named } : null;
  },
  begins: true,
  newId: { sheet: sheet.id, column: 'ma', from: 'ten' },
  apply(value, changes) {
    const refused: Refusal[] = [];
    let next = groupOf(value);
    for (const change of changes)
      if (change.sheet === sheet.id && change.kind !== 'removed')
        next = applyCells(next, fields, change, refused);
    return { value: applySources(next, changes, refused), refused };
  },
  place: ([name = '']) => {
    const field = fields.find(({ at }) => at === name);
    return field === undefined ? null : { sheet: sheet.id, row: {}, column: field.id };
  },
};
