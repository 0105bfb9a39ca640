import { compareText } from '#knowledge/fault.ts';
import type { RowChange } from '../difference.ts';
import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { choice, columnOf, flag, plain, rowOf, type Field } from './field.ts';
import { groupOf, groupsOf, put, textOf, type Group } from './group.ts';
import { applyCells, type Refusal } from './items.ts';
import { bothLanguages, reviewDates, sourcesCited } from './shared-fields.ts';
import { applySources, sourceRows, sourcesSheet } from './sources.ts';
import { dayKinds, statuses } from './words.vi.ts';

const date: Field = plain(
  { id: 'ngay', at: 'date', heading: 'Ngày', note: 'Ngày nghỉ hoặc ngày làm bù.', width: 14, required: true },
  'date',
);
const kind: Field = choice(
  {
    id: 'loai',
    heading: 'Nghỉ hay làm bù',
    note: 'Ngày làm bù là Thứ Bảy, Chủ nhật đi làm thay.',
    width: 14,
    required: true,
  },
  dayKinds,
);
const fields: readonly Field[] = [
  ...bothLanguages(
    { id: 'ten', at: 'name', heading: 'Dịp', note: 'Như "Tết Nguyên đán".', width: 36, required: true },
    24,
  ),
  choice(
    {
      id: 'trang-thai',
      at: 'status',
      heading: 'Đã xác nhận chưa',
      note: 'Chỉ ngày "đã xác nhận" mới được tính khi hẹn ngày trả kết quả.',
      width: 18,
      required: true,
    },
    statuses,
  ),
  sourcesCited({ required: true }),
];
const owner = { id: 'nam', heading: 'Năm', note: 'Bốn chữ số.', width: 8 };
const yearFields: readonly Field[] = [
  flag(
    {
      id: 'du',
      at: 'complete',
      heading: 'Đã đủ các ngày',
      note: '"không" khi còn chờ thông báo: bot nói "dự kiến".',
      width: 14,
      required: true,
    },
    false,
  ),
  ...reviewDates('Quá ngày này phải xem lại.'),
];

const sheet: SheetSpec = {
  id: 'ngay',
  name: 'Ngày nghỉ',
  key: ['ngay', 'loai'],
  columns: [date, kind, ...fields].map(columnOf),
};
const years: SheetSpec = {
  id: 'nam',
  name: 'Các năm',
  key: ['nam'],
  columns: [{ ...plain(owner, 'code'), required: true as const }, ...yearFields].map(columnOf),
};
const sources = sourcesSheet(owner);
const lists = ['holidays', 'makeUpDays'] as const;

/** Days off and make-up days: a row each, and one for each year. */
export const calendars: Book = {
  id: 'lich-nghi',
  title: 'Lịch nghỉ, làm bù',
  help: [
    'Mỗi dòng ở trang "Ngày nghỉ" là một ngày. Thêm năm mới: thêm một dòng ở trang "Các năm" và các nguồn của năm đó.',
  ],
  keepsRows: [years.id],
  sheets: [sheet, years, sources],
  tables: (shelf) => {
    const entries = shelf.entries('calendar');
    return [
      {
        spec: sheet,
        rows: entries.flatMap(({ value }) =>
          lists.flatMap((name) =>
            groupsOf(groupOf(value)[name]).map((day): Row =>
              rowOf(fields, day, {
                ngay: textOf(day['date']),
                loai: name,
              }),
            ),
          ),
        ),
      },
      {
        spec: years,
        rows: entries.map(({ key, value }): Row => rowOf(yearFields, groupOf(value), { nam: key.id })),
      },
      { spec: sources, rows: entries.flatMap((entry) => sourceRows('nam', entry)) },
    ];
  },
  keyOf: (sheetId, row) => {
    const named = sheetId === sheet.id ? textOf(row['ngay'])?.slice(0, 4) : textOf(row['nam']);
    return named == null ? null : { kind: 'calendar', scope: 'base', id: named };
  },
  begins: true,
  newId: null,
  apply(value, changes) {
    const refused: Refusal[] = [];
    let next = groupOf(value);
    const days = changes.filter((change) => change.sheet === sheet.id);
    for (const name of lists) {
      const own = days.filter(({ before, after }) => (before ?? after)?.['loai'] === name);
      if (own.length > 0) next = put(next, name, [...applyDays(groupsOf(next[name]), own, refused)]);
    }
    for (const change of changes) {
      if (change.sheet !== years.id || change.kind === 'removed') continue;
      const year = Number(change.after?.['nam']);
      const begun = next['year'] === undefined ? { ...next, year, holidays: next['holidays'] ?? [] } : next;
      next = applyCells({ ...begun, complete: begun['complete'] ?? false }, yearFields, change, refused);
    }
    return { value: applySources(next, changes, refused), refused };
  },
  place: ([name, index, field], value) => {
    const list = lists.find((one) => one === name);
    const day = list === undefined ? undefined : groupsOf(groupOf(value)[list])[Number(index)];
    if (list === undefined || day === undefined) return null;
    const column = fields.find(({ at }) => at === field)?.id ?? 'ngay';
    return { sheet: sheet.id, row: { ngay: textOf(day['date']), loai: list }, column };
  },
};

/** In the order of the days. */
function applyDays(
  days: readonly Group[],
  changes: readonly RowChange[],
  refused: Refusal[],
): readonly Group[] {
  let next = [...days];
  for (const change of changes) {
    const day = textOf((change.before ?? change.after)?.['ngay']) ?? '';
    const isIt = (one: Group): boolean => one['date'] === day;
    if (change.kind === 'removed') next = next.filter((one) => !isIt(one));
    else if (change.kind === 'changed')
      next = next.map((one) => (isIt(one) ? applyCells(one, fields, change, refused) : one));
    else next.push(applyCells({ date: day }, fields, change, refused));
  }
  const added = changes.some((change) => change.kind === 'added');
  return added
    ? next.toSorted((a, b) => compareText(textOf(a['date']) ?? '', textOf(b['date']) ?? ''))
    : next;
}
