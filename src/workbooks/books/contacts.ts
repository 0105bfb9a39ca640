import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { choice, columnOf, list, plain, rowOf, shownOnly, words, type Field } from './field.ts';
import { groupOf, groupsOf, put, textOf } from './group.ts';
import { hoursInWords, readHours } from './hours.ts';
import { applyItems, type Refusal } from './items.ts';
import { applySources, sourceRows, SOURCES, sourcesSheet } from './sources.ts';
import { statuses } from './words.vi.ts';

const owner = {
  id: 'don-vi',
  heading: 'Mã đơn vị',
  note: 'Năm chữ số của phường, xã; "city" là nơi liên hệ chung của mọi người.',
  width: 12,
};
const id: Field = plain(
  { id: 'ma', at: 'id', heading: 'Mã', note: 'Để trống khi thêm mới: tự đặt theo tên.', width: 24 },
  'code',
);
const hours: Field = {
  id: 'gio',
  heading: 'Giờ làm việc',
  note: 'Như "T2–T6: 07:00–11:30, 13:00–17:00"; mỗi dòng một nhóm ngày. CN là Chủ nhật.',
  width: 32,
  kind: 'text',
  at: 'hours',
  get: (item) => hoursInWords(item['hours']),
  set: (item, cell) => put(item, 'hours', cell === null ? null : readHours(String(cell))),
};
const fields: readonly Field[] = [
  words({ id: 'ten', at: 'name', heading: 'Tên', note: 'Tên nơi liên hệ.', width: 40, required: true }, 'vi'),
  words(
    { id: 'ten-en', at: 'name', heading: 'Tên (tiếng Anh)', note: 'Để trống nếu chưa dịch.', width: 30 },
    'en',
  ),
  plain(
    { id: 'dien-thoai', at: 'phone', heading: 'Điện thoại', note: 'Viết như người dân bấm.', width: 16 },
    'code',
  ),
  plain({ id: 'thu', at: 'email', heading: 'Thư điện tử', note: 'Địa chỉ email.', width: 28 }),
  words(
    { id: 'dia-chi', at: 'address', heading: 'Địa chỉ', note: 'Số nhà, đường, phường.', width: 40 },
    'vi',
  ),
  words(
    {
      id: 'dia-chi-en',
      at: 'address',
      heading: 'Địa chỉ (tiếng Anh)',
      note: 'Để trống nếu chưa dịch.',
      width: 30,
    },
    'en',
  ),
  hours,
  words(
    {
      id: 'hoi',
      at: 'for',
      heading: 'Hỏi việc gì',
      note: 'Một vế câu: "hỏi thủ tục, nộp hồ sơ".',
      width: 34,
    },
    'vi',
  ),
  words(
    {
      id: 'hoi-en',
      at: 'for',
      heading: 'Hỏi việc gì (tiếng Anh)',
      note: 'Để trống nếu chưa dịch.',
      width: 30,
    },
    'en',
  ),
  choice(
    {
      id: 'trang-thai',
      at: 'status',
      heading: 'Đã xác nhận chưa',
      note: 'Bot chỉ nói những nơi "đã xác nhận".',
      width: 18,
      required: true,
    },
    statuses,
  ),
  list({
    id: 'nguon-dan',
    at: 'source',
    heading: 'Nguồn',
    note: 'Mã nguồn ở trang "Nguồn", mỗi dòng một mã.',
    width: 22,
    required: true,
  }),
];
const title = shownOnly({ id: 'ten-don-vi', heading: 'Đơn vị', note: 'Để dễ tìm.', width: 24 }, () => null);

const sheet: SheetSpec = {
  id: 'lien-he',
  name: 'Liên hệ',
  key: [owner.id, 'ma'],
  title: ['ten-don-vi', 'ten'],
  columns: [{ ...plain(owner, 'code'), required: true as const }, title, id, ...fields].map(columnOf),
};
const sources = sourcesSheet(owner);

/** Whom residents can ask: of each unit, and of everybody (`city`). */
export const contacts: Book = {
  id: 'lien-he',
  title: 'Nơi liên hệ',
  help: ['Mỗi dòng ở trang "Liên hệ" là một nơi người dân có thể gọi, viết hoặc đến.'],
  keepsRows: [],
  sheets: [sheet, sources],
  tables: (shelf) => {
    const entries = shelf
      .entries('unit')
      .filter(({ key }) => shelf.scope === 'base' || key.scope === shelf.scope);
    return [
      {
        spec: sheet,
        rows: entries.flatMap(({ key, title: name, value }) =>
          groupsOf(groupOf(value)['contacts']).map((contact): Row =>
            rowOf(fields, contact, {
              'don-vi': key.id,
              'ten-don-vi': name,
              ma: textOf(contact['id']),
            }),
          ),
        ),
      },
      { spec: sources, rows: entries.flatMap((entry) => sourceRows(owner.id, entry)) },
    ];
  },
  keyOf: (_sheet, row) => {
    const named = row[owner.id];
    if (typeof named !== 'string') return null;
    return { kind: 'unit', scope: named === 'city' ? 'base' : named, id: named };
  },
  begins: false,
  newId: null,
  apply(value, changes) {
    const refused: Refusal[] = [];
    let next = groupOf(value);
    const own = changes.filter((change) => change.sheet === sheet.id);
    if (own.length > 0)
      next = put(next, 'contacts', [
        ...applyItems(next['contacts'], own, { fields, id: 'ma', name: 'ten', refused }),
      ]);
    const cited = changes.filter((change) => change.sheet === SOURCES);
    if (cited.length > 0) next = put(next, 'sources', applySources(next['sources'], cited, refused));
    return { value: next, refused };
  },
  place: ([name, index, field], value) => {
    const contact = name === 'contacts' ? groupsOf(groupOf(value)['contacts'])[Number(index)] : undefined;
    if (contact === undefined) return null;
    const column = fields.find(({ at }) => at === field)?.id ?? 'ma';
    return { sheet: sheet.id, row: { ma: textOf(contact['id']) }, column };
  },
};
