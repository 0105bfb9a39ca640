import { normal, normalKey } from '../file/normal.ts';
import type { Row, SheetSpec } from '../sheet.ts';
import type { Book } from './book.ts';
import { choice, columnOf, plain, shownOnly } from './field.ts';
import { groupOf, listOf, put, textOf } from './group.ts';
import { phraseKinds } from './words.vi.ts';

const kinds = ['procedure', 'faq', 'topic', 'trouble'] as const;

const sheet: SheetSpec = {
  id: 'cau-mau',
  name: 'Câu mẫu',
  key: ['loai', 'muc', 'cau'],
  title: ['ten', 'cau'],
  columns: [
    choice(
      { id: 'loai', heading: 'Loại', note: 'Câu này dạy cho loại mục nào.', width: 12, required: true },
      phraseKinds,
    ),
    plain(
      {
        id: 'muc',
        heading: 'Mã mục',
        note: 'Mã thủ tục, câu hỏi, chủ đề hoặc sự cố.',
        width: 36,
        required: true,
      },
      'code',
    ),
    shownOnly({ id: 'ten', heading: 'Tên mục', note: 'Để dễ tìm.', width: 40 }, () => null),
    plain({
      id: 'cau',
      heading: 'Câu mẫu',
      note: 'Người dân hay hỏi thế nào; không ghi tên, số giấy tờ của ai.',
      width: 70,
      required: true,
    }),
  ].map(columnOf),
};

/** Wordings that teach what is meant: one row each. */
export const phrases: Book = {
  id: 'cau-mau',
  title: 'Câu mẫu',
  help: [
    'Mỗi dòng là một câu mẫu của một thủ tục, câu hỏi, chủ đề hoặc sự cố. Sửa một câu: nhập lại sẽ thấy câu cũ bỏ đi, câu mới thêm vào.',
  ],
  keepsRows: [],
  sheets: [sheet],
  tables: (shelf) => [
    {
      spec: sheet,
      rows: once(
        kinds.flatMap((kind) =>
          shelf
            .entries(kind)
            .flatMap(({ key, title, value }) =>
              listOf(groupOf(value)['phrases']).flatMap((phrase): Row[] =>
                typeof phrase === 'string' ? [{ loai: kind, muc: key.id, ten: title, cau: phrase }] : [],
              ),
            ),
        ),
      ),
    },
  ],
  keyOf: (_sheet, row, scope) => {
    const kind = kinds.find((one) => one === row['loai']);
    const id = textOf(row['muc'] ?? null);
    if (kind === undefined || id === null) return null;
    return { kind, scope: kind === 'procedure' ? scope : 'base', id };
  },
  begins: false,
  newId: null,
  apply(value, changes) {
    const gone = new Set(
      changes.flatMap(({ kind, before }) => (kind === 'removed' ? [normal(before?.['cau'])] : [])),
    );
    const added = changes.flatMap(({ kind, after }) => (kind === 'added' ? [normal(after?.['cau'])] : []));
    const kept = listOf(groupOf(value)['phrases']).filter(
      (phrase) => typeof phrase !== 'string' || !gone.has(normal(phrase)),
    );
    const known = new Set(kept.map((phrase) => (typeof phrase === 'string' ? normal(phrase) : null)));
    const fresh = added.filter((phrase) => typeof phrase === 'string' && !known.has(phrase));
    return { value: put(groupOf(value), 'phrases', [...kept, ...fresh]), refused: [] };
  },
  place: ([name, index], value) => {
    const phrase = name === 'phrases' ? listOf(groupOf(value)['phrases'])[Number(index)] : undefined;
    return typeof phrase === 'string' ? { sheet: sheet.id, row: { cau: phrase }, column: 'cau' } : null;
  },
};

/** The same words twice under one topic teach nothing more. */
function once(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = normalKey(sheet, row);
    return !seen.has(key) && seen.add(key);
  });
}
