import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { conditionInWords } from './condition-words.ts';
import { amount, choice, columnOf, flag, list, plain, rowOf, shownOnly, type Field } from './field.ts';
import { groupOf, groupsOf, textOf } from './group.ts';
import { itemsInEntries } from './items-in-entries.ts';
import { bothLanguages, sourcesCited } from './shared-fields.ts';
import { sourceRows, sourcesSheet } from './sources.ts';
import { feeChannels, unknownAmount } from './words.vi.ts';

const owner = {
  id: 'thu-tuc',
  heading: 'Mã thủ tục',
  note: 'Mã của thủ tục trong hệ thống, như "dang-ky-khai-sinh".',
  width: 34,
};
const id: Field = plain(
  {
    id: 'ma',
    at: 'id',
    heading: 'Mã khoản',
    note: 'Để trống khi thêm khoản mới: tự đặt theo tên khoản.',
    width: 22,
  },
  'code',
);
const fields: readonly Field[] = [
  ...bothLanguages(
    {
      id: 'ten',
      at: 'label',
      heading: 'Tên khoản',
      note: 'Như "Lệ phí đăng ký".',
      width: 34,
      required: true,
    },
    28,
  ),
  choice(
    {
      id: 'cach-nop',
      at: 'channel',
      heading: 'Cách nộp',
      note: 'Khoản này áp dụng khi nộp thế nào.',
      width: 16,
      required: true,
    },
    feeChannels,
  ),
  amount(
    {
      id: 'so-tien',
      at: 'amount',
      heading: 'Số tiền (đồng)',
      note: 'Số đồng; 0 là miễn theo luật. Chưa có mức chính thức thì ghi "chưa rõ", không ghi 0.',
      width: 15,
      required: true,
    },
    unknownAmount,
  ),
  ...bothLanguages(
    { id: 'moi', at: 'per', heading: 'Tính theo', note: 'Mỗi gì: lần, người, bản, trang.', width: 14 },
    14,
  ),
  flag(
    {
      id: 'them',
      at: 'extra',
      heading: 'Chỉ khi yêu cầu thêm',
      note: '"có" nếu chỉ trả khi xin thêm (như thêm bản sao).',
      width: 13,
    },
    false,
  ),
  plain(
    {
      id: 'tu',
      at: 'from',
      heading: 'Từ ngày',
      note: 'Có hiệu lực từ ngày nào. Trống: không rõ hoặc từ trước.',
      width: 12,
    },
    'date',
  ),
  plain(
    {
      id: 'den',
      at: 'to',
      heading: 'Đến ngày',
      note: 'Hết hiệu lực sau ngày nào. Trống: còn hiệu lực.',
      width: 12,
    },
    'date',
  ),
  ...bothLanguages(
    { id: 'ghi-chu', at: 'note', heading: 'Ghi chú', note: 'Một câu nói thêm cho người dân.', width: 40 },
    30,
  ),
  list({
    id: 'noi-hoi',
    at: 'whoKnows',
    heading: 'Ai biết mức',
    note: 'Khi "chưa rõ": mã nơi hỏi (ward, 1022 …), mỗi dòng một mã.',
    width: 14,
  }),
  sourcesCited({ required: true }),
];
const title = shownOnly(
  { id: 'ten-thu-tuc', heading: 'Tên thủ tục', note: 'Để dễ tìm.', width: 40 },
  () => null,
);
const when = shownOnly(
  { id: 'khi', heading: 'Áp dụng khi', note: 'Điều kiện; sửa ở trang quản trị.', width: 40 },
  () => null,
);

const sheet: SheetSpec = {
  id: 'le-phi',
  name: 'Lệ phí',
  key: [owner.id, 'ma'],
  title: ['ten-thu-tuc', 'ten'],
  columns: [{ ...plain(owner, 'code'), required: true as const }, title, id, when, ...fields].map(columnOf),
};
const sources = sourcesSheet(owner);

/** What procedures cost: a row each fee. */
export const fees: Book = {
  id: 'le-phi',
  title: 'Phí, lệ phí',
  help: [
    'Mỗi dòng ở trang "Lệ phí" là một khoản của một thủ tục. Bot nói đúng số này với người dân, nên mỗi khoản phải có nguồn.',
    'Mức mới từ một ngày: thêm dòng mới với "Từ ngày", và ghi "Đến ngày" cho dòng cũ.',
  ],
  sheets: [sheet, sources],
  tables: (shelf) => {
    const entries = shelf.entries('procedure');
    return [
      {
        spec: sheet,
        rows: entries.flatMap(({ key, title: name, value }) => {
          const procedure = groupOf(value);
          return groupsOf(procedure['fees']).map((fee): Row =>
            rowOf(fields, fee, {
              'thu-tuc': key.id,
              'ten-thu-tuc': name,
              ma: textOf(fee['id']),
              khi: conditionInWords(fee['when'], groupOf(procedure['questions'])),
            }),
          );
        }),
      },
      { spec: sources, rows: entries.flatMap((entry) => sourceRows(owner.id, entry)) },
    ];
  },
  keyOf: (_sheet, row, scope) => {
    const named = row[owner.id];
    return typeof named === 'string' ? { kind: 'procedure', scope, id: named } : null;
  },
  ...itemsInEntries('fees', sheet.id, fields),
};
