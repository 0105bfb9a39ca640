import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { conditionInWords } from './condition-words.ts';
import { amount, choice, columnOf, flag, list, plain, rowOf, shownOnly, words, type Field } from './field.ts';
import { groupOf, groupsOf, put, textOf } from './group.ts';
import { applyItems, type Refusal } from './items.ts';
import { applySources, sourceRows, SOURCES, sourcesSheet } from './sources.ts';
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
  words(
    {
      id: 'ten',
      at: 'label',
      heading: 'Tên khoản',
      note: 'Như "Lệ phí đăng ký".',
      width: 34,
      required: true,
    },
    'vi',
  ),
  words(
    {
      id: 'ten-en',
      at: 'label',
      heading: 'Tên khoản (tiếng Anh)',
      note: 'Để trống nếu chưa dịch.',
      width: 28,
    },
    'en',
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
  words(
    { id: 'moi', at: 'per', heading: 'Tính theo', note: 'Mỗi gì: lần, người, bản, trang.', width: 14 },
    'vi',
  ),
  words(
    { id: 'moi-en', at: 'per', heading: 'Tính theo (tiếng Anh)', note: 'Để trống nếu chưa dịch.', width: 14 },
    'en',
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
  words(
    { id: 'ghi-chu', at: 'note', heading: 'Ghi chú', note: 'Một câu nói thêm cho người dân.', width: 40 },
    'vi',
  ),
  words(
    {
      id: 'ghi-chu-en',
      at: 'note',
      heading: 'Ghi chú (tiếng Anh)',
      note: 'Để trống nếu chưa dịch.',
      width: 30,
    },
    'en',
  ),
  list({
    id: 'noi-hoi',
    at: 'whoKnows',
    heading: 'Ai biết mức',
    note: 'Khi "chưa rõ": mã nơi hỏi (ward, 1022 …), mỗi dòng một mã.',
    width: 14,
  }),
  list({
    id: 'nguon-dan',
    at: 'source',
    heading: 'Nguồn',
    note: 'Mã nguồn ở trang "Nguồn", mỗi dòng một mã.',
    width: 22,
    required: true,
  }),
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
  keepsRows: [],
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
  begins: false,
  newId: null,
  apply(value, changes) {
    const refused: Refusal[] = [];
    let next = groupOf(value);
    const own = changes.filter((change) => change.sheet === sheet.id);
    if (own.length > 0)
      next = put(next, 'fees', [
        ...applyItems(next['fees'], own, { fields, id: 'ma', name: 'ten', refused }),
      ]);
    const cited = changes.filter((change) => change.sheet === SOURCES);
    if (cited.length > 0) next = put(next, 'sources', applySources(next['sources'], cited, refused));
    return { value: next, refused };
  },
  place: ([name, index, field], value) => {
    const fee = name === 'fees' ? groupsOf(groupOf(value)['fees'])[Number(index)] : undefined;
    if (fee === undefined) return null;
    const column = fields.find(({ at }) => at === field)?.id ?? 'ma';
    return { sheet: sheet.id, row: { ma: textOf(fee['id']) }, column };
  },
};
