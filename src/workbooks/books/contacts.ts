import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { choice, columnOf, plain, rowOf, shownOnly, type Field } from './field.ts';
import { groupOf, groupsOf, put, textOf } from './group.ts';
import { hoursInWords, readHours } from './hours.ts';
import { itemsInEntries } from './items-in-entries.ts';
import { bothLanguages, sourcesCited } from './shared-fields.ts';
import { sourceRows, sourcesSheet } from './sources.ts';
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
  ...bothLanguages(
    { id: 'ten', at: 'name', heading: 'Tên', note: 'Tên nơi liên hệ.', width: 40, required: true },
    30,
  ),
  plain(
    { id: 'dien-thoai', at: 'phone', heading: 'Điện thoại', note: 'Viết như người dân bấm.', width: 16 },
    'code',
  ),
  plain({ id: 'thu', at: 'email', heading: 'Thư điện tử', note: 'Địa chỉ email.', width: 28 }),
  ...bothLanguages(
    { id: 'dia-chi', at: 'address', heading: 'Địa chỉ', note: 'Số nhà, đường, phường.', width: 40 },
    30,
  ),
  hours,
  ...bothLanguages(
    {
      id: 'hoi',
      at: 'for',
      heading: 'Hỏi việc gì',
      note: 'Một vế câu: "hỏi thủ tục, nộp hồ sơ".',
      width: 34,
    },
    30,
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
  sourcesCited({ required: true }),
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
  ...itemsInEntries('contacts', sheet.id, fields),
};
