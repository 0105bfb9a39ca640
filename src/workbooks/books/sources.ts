import type { Entry } from '#publishing/ports.ts';
import type { RowChange } from '../difference.ts';
import type { Row, SheetSpec } from '../sheet.ts';
import { choice, columnOf, plain, rowOf, type Field, type Heading } from './field.ts';
import { groupOf, put, textOf, type Group } from './group.ts';
import { applyCells, type Refusal } from './items.ts';
import { slugOf, unused } from './slug.ts';
import { confidences, sourceKinds } from './words.vi.ts';

const fields: readonly Field[] = [
  plain({
    id: 'title',
    heading: 'Tên văn bản, trang',
    note: 'Số và tên văn bản, hoặc tên trang.',
    width: 60,
    required: true,
  }),
  plain({ id: 'url', heading: 'Địa chỉ trang', note: 'https://… Để trống nếu không có.', width: 40 }),
  plain(
    { id: 'date', heading: 'Ngày', note: 'Năm (2026), tháng (2026-07) hoặc ngày (2026-07-01).', width: 12 },
    'code',
  ),
  choice(
    { id: 'kind', heading: 'Loại nguồn', note: 'Nguồn từ đâu.', width: 18, required: true },
    sourceKinds,
  ),
  choice(
    {
      id: 'confidence',
      heading: 'Tin cậy',
      note: 'Dưới "cao" thì bot nói thêm "nên hỏi lại".',
      width: 10,
      required: true,
    },
    confidences,
  ),
  plain({ id: 'supports', heading: 'Cho biết gì', note: 'Nguồn này nói điều gì.', width: 40 }),
];

export const SOURCES = 'nguon';

/** Where facts were seen, by entry: a sheet beside those of what rests on them. `owner`: column of the entry's id. */
export function sourcesSheet(owner: Heading): SheetSpec {
  return {
    id: SOURCES,
    name: 'Nguồn',
    key: [owner.id, 'nguon'],
    columns: [
      columnOf({ ...plain(owner, 'code'), required: true }),
      columnOf(
        plain(
          {
            id: 'nguon',
            heading: 'Mã nguồn',
            note: 'Tên ngắn, không dấu, như "nghi-quyet-28". Cột "Nguồn" ở trang kia ghi mã này.',
            width: 24,
            required: true,
          },
          'code',
        ),
      ),
      ...fields.map(columnOf),
    ],
  };
}

export function sourceRows(owner: string, { key, value }: Pick<Entry, 'key' | 'value'>): readonly Row[] {
  return Object.entries(groupOf(groupOf(value)['sources'])).map(([id, source]) =>
    rowOf(fields, groupOf(source), {
      [owner]: key.id,
      nguon: id,
    }),
  );
}

/** What the sheet of sources changes in an entry; rows of other sheets are left alone. */
export function applySources(entry: Group, changes: readonly RowChange[], refused: Refusal[]): Group {
  const cited = changes.filter(({ sheet }) => sheet === SOURCES);
  if (cited.length === 0) return entry;
  let next = groupOf(entry['sources']);
  for (const change of cited) {
    const id = textOf(change.before?.['nguon']) ?? textOf(change.after?.['nguon']);
    if (change.kind === 'removed') next = put(next, id ?? '', null);
    else if (change.kind === 'changed' && id !== null)
      next = put(next, id, applyCells(groupOf(next[id]), fields, change, refused));
    else {
      const name = unused(
        id ?? slugOf(String(change.after?.['title'] ?? '')),
        (taken) => next[taken] !== undefined,
      );
      next = put(next, name, applyCells({}, fields, change, refused));
    }
  }
  return put(entry, 'sources', next);
}
