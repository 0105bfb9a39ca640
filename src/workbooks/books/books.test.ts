import { describe, expect, it } from 'vitest';
import { entriesIn } from '#publishing/places/places.ts';
import type { Change, Drafts, Entry, EntryKey } from '#publishing/ports.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import type { Officer } from '#staff/officer.ts';
import { writeCsv } from '../file/csv.ts';
import { writeXlsx } from '../file/write-xlsx.ts';
import { planOf } from '../plan.ts';
import { shelfOf } from '../shelf.ts';
import { words } from '../words.vi.ts';
import type { Row, Table } from '../sheet.ts';
import { runTask, type Compared } from '../tasks.ts';
import type { Book } from './book.ts';
import { books } from './books.ts';
import { evaluationTable } from './evaluation.ts';
import { groupOf, groupsOf, type Group } from './group.ts';

const bench = openWorkbench(new URL('../../../data', import.meta.url).pathname);
const nameOf = ({ kind, scope, id }: EntryKey): string => `${kind}:${scope}:${id}`;
const entries = new Map(
  [...entriesIn(bench.values)].map(([name, placed]): [string, Entry] => [
    name,
    { ...placed, version: 0, hash: '', edited: false },
  ]),
);
const drafts: Pick<Drafts, 'entries' | 'entry' | 'mine' | 'check'> = {
  entries: (scope, kind) =>
    [...entries.values()]
      .filter(
        ({ key }) => key.kind === kind && (scope === 'base' || key.scope === scope || key.scope === 'base'),
      )
      .filter(({ key }) => scope !== 'base' || kind === 'unit' || key.scope === 'base'),
  entry: (key) => entries.get(nameOf(key)) ?? null,
  mine: () => Promise.resolve(null),
  check: (changes: readonly Change[]) =>
    Promise.resolve(
      bench.check(
        changes,
        changes.map(({ key }) => key),
      ),
    ),
};
const officerOf = (scope: string): Officer => ({
  id: 'o',
  name: 'Cán bộ',
  email: 'a@b.vn',
  grants: [{ role: 'editor', scope }],
});

const bookOf = (id: string): Book => {
  const book = books.find((one) => one.id === id);
  if (book === undefined) throw new Error(id);
  return book;
};
const tablesOf = (id: string, scope = 'base'): readonly Table[] => bookOf(id).tables(shelfOf(drafts, scope));

async function compare(now: readonly Table[], file: Uint8Array): Promise<Compared> {
  const result = await runTask({ kind: 'compare', file, tables: now }, () => undefined);
  if (result.kind !== 'compared') throw new Error(JSON.stringify(result));
  return result.compared;
}
const xlsx = (tables: readonly Table[]): Promise<Uint8Array> => writeXlsx({ title: 'Thử', help: [], tables });

/** The tables with some rows of one sheet put otherwise. */
const edited = (tables: readonly Table[], sheet: string, change: (rows: readonly Row[]) => readonly Row[]) =>
  tables.map((table) => (table.spec.id === sheet ? { ...table, rows: change(table.rows) } : table));

async function planned(
  id: string,
  scope: string,
  sheet: string,
  change: (rows: readonly Row[]) => readonly Row[],
) {
  const now = tablesOf(id, scope);
  const { changes, faults } = await compare(now, await xlsx(edited(now, sheet, change)));
  const plan = await planOf(
    { drafts, officer: officerOf(scope), shelf: shelfOf(drafts, scope), book: bookOf(id) },
    id === 'cau-mau' ? changes : changes.filter(({ kind }) => kind !== 'removed'),
  );
  return { ...plan, faults: [...faults, ...plan.faults] };
}

describe('all that is shipped', () => {
  it.each(books.map(({ id }) => id))(
    'goes out as %s and comes back the same, as Excel and as CSV',
    async (id) => {
      const now = tablesOf(id);
      const rows = now.reduce((sum, table) => sum + table.rows.length, 0);
      expect(rows).toBeGreaterThan(10);
      const back = await compare(now, await xlsx(now));
      expect(back.faults).toEqual([]);
      expect(back.changes).toEqual([]);
      expect(back.same).toBe(rows);
      for (const table of now) {
        const text = await compare([table], writeCsv(table));
        expect(text.faults).toEqual([]);
        expect(text.changes).toEqual([]);
      }
    },
  );

  it('goes out with a ward of its own laid over it, and comes back the same', async () => {
    const now = tablesOf('le-phi', '25326');
    expect(await compare(now, await xlsx(now))).toMatchObject({ changes: [], faults: [] });
  });

  it('is one row a phrase, each in it', () => {
    const [table] = tablesOf('cau-mau');
    const phrases = [...entries.values()].flatMap(({ key, value }) =>
      ['procedure', 'faq', 'topic', 'trouble'].includes(key.kind) && key.scope === 'base'
        ? ((groupOf(value)['phrases'] as string[] | undefined) ?? []).map(
            (phrase) => `${key.id}: ${phrase.normalize('NFC').trim()}`,
          )
        : [],
    );
    const rows =
      table?.rows.map(({ muc, cau }) => `${String(muc)}: ${String(cau).normalize('NFC').trim()}`) ?? [];
    expect(new Set(rows)).toEqual(new Set(phrases));
  });

  it('keeps the evaluation questions', async () => {
    const table = evaluationTable([
      { id: 'a', text: '=làm khai sinh', topic: 'dang-ky-khai-sinh', aspect: 'noi-nop' },
      { id: 'b', text: 'mất mã', topic: 'trouble:otp-khong-den', aspect: null },
    ]);
    expect(await compare([table], await xlsx([table]))).toMatchObject({ changes: [], faults: [], same: 2 });
  });
});

const feeOf = (value: Change['value'], id: string): Group | undefined =>
  groupsOf(groupOf(value)['fees']).find((fee) => fee['id'] === id);

describe('a fee that was changed in Excel', () => {
  const rise = (rows: readonly Row[]): readonly Row[] =>
    rows.map((row) =>
      row['thu-tuc'] === 'chung-thuc-ban-sao-tu-ban-chinh' && row['ma'] === 'hai-trang-dau'
        ? { ...row, 'so-tien': 2500 }
        : row,
    );

  it('becomes a change of that amount and of nothing else', async () => {
    const { changes, faults } = await planned('le-phi', 'base', 'le-phi', rise);
    expect(faults).toEqual([]);
    expect(changes.map(({ key }) => nameOf(key))).toEqual(['procedure:base:chung-thuc-ban-sao-tu-ban-chinh']);
    const before = groupOf(drafts.entry(changes[0]?.key ?? { kind: 'faq', scope: 'base', id: '' })?.value);
    const after = groupOf(changes[0]?.value ?? null);
    expect(feeOf(after, 'hai-trang-dau')).toEqual({ ...feeOf(before, 'hai-trang-dau'), amount: 2500 });
    expect({ ...after, fees: null }).toEqual({ ...before, fees: null });
  });

  it('is what a ward says differently, in the ward', async () => {
    const { changes } = await planned('le-phi', '25326', 'le-phi', rise);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.key.scope).toBe('25326');
    expect(feeOf(changes[0]?.value ?? null, 'hai-trang-dau')).toEqual({ id: 'hai-trang-dau', amount: 2500 });
  });

  it('takes a new row with its source, and gives it an id', async () => {
    const { changes, faults } = await planned('le-phi', 'base', 'le-phi', (rows) => [
      ...rows,
      {
        'thu-tuc': 'chung-thuc-ban-sao-tu-ban-chinh',
        ten: 'Phí mới từ năm 2027',
        'cach-nop': 'any',
        'so-tien': 'unknown',
        tu: '2027-01-01',
        'noi-hoi': 'ward',
        'nguon-dan': 'cong-chung-thuc',
      },
    ]);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(feeOf(changes[0]?.value ?? null, 'phi-moi-tu-nam-2027')).toEqual({
      id: 'phi-moi-tu-nam-2027',
      label: 'Phí mới từ năm 2027',
      channel: 'any',
      amount: 'unknown',
      from: '2027-01-01',
      whoKnows: ['ward'],
      source: ['cong-chung-thuc'],
    });
  });

  it('is held to the knowledge: a source that is not there is told at its cell', async () => {
    const { faults } = await planned('le-phi', 'base', 'le-phi', (rows) =>
      rows.map((row, index) => (index === 4 ? { ...row, 'nguon-dan': 'khong-co-nguon-nay' } : row)),
    );
    expect(faults.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    expect(faults.map(({ sheet, cell }) => [sheet, cell])).toContainEqual([
      'Lệ phí',
      expect.stringMatching(/^[A-Z]+6$/),
    ]);
  });

  it('of a procedure that there is not is told at its row', async () => {
    const { changes, faults } = await planned('le-phi', 'base', 'le-phi', (rows) =>
      rows.map((row, index) => (index === 0 ? { ...row, 'thu-tuc': 'khong-co' } : row)),
    );
    expect(changes).toEqual([]);
    expect(faults).toMatchObject([{ sheet: 'Lệ phí', cell: 'A2', severity: 'error' }]);
  });
});

describe('a ward', () => {
  it('may not change what all share', async () => {
    const { changes, faults } = await planned('hoi-dap', '25326', 'hoi-dap', (rows) =>
      rows.map((row, index) => (index === 0 ? { ...row, 'tra-loi': 'khác' } : row)),
    );
    expect(changes).toEqual([]);
    expect(faults.map(({ message, severity }) => [message, severity])).toEqual([[words.shared, 'error']]);
  });

  it('sees and changes its own contacts alone', async () => {
    const rows = tablesOf('lien-he', '25326')[0]?.rows ?? [];
    expect(new Set(rows.map((row) => row['don-vi']))).toEqual(new Set(['25326']));
    const { changes, faults } = await planned('lien-he', '25326', 'lien-he', (all) =>
      all.map((row, index) =>
        index === 0
          ? {
              ...row,
              gio: 'T2–T6: 07:00–11:30, 13:00–17:00\nT7: 7h30-11h00',
              'dien-thoai': '+84 271 366 6999',
            }
          : row,
      ),
    );
    expect(faults).toEqual([]);
    expect(groupsOf(groupOf(changes[0]?.value ?? null)['contacts'])[0]).toMatchObject({
      phone: '+84 271 366 6999',
      hours: [
        {
          days: [1, 2, 3, 4, 5],
          periods: [
            { from: '07:00', to: '11:30' },
            { from: '13:00', to: '17:00' },
          ],
        },
        { days: [6], periods: [{ from: '07:30', to: '11:00' }] },
      ],
    });
  });
});

describe('a new question', () => {
  it('becomes an entry with an id made from its name', async () => {
    const { changes, faults } = await planned('hoi-dap', 'base', 'hoi-dap', (rows) => [
      ...rows,
      {
        nhom: 'Nộp hồ sơ',
        ten: 'nộp hồ sơ ngày Tết',
        'ket-qua': 'answer',
        'tra-loi': 'Anh/chị nộp trên Cổng ngày nào cũng được.',
        'cau-mau': [
          'nộp ngày tết được không',
          'mùng một nộp hồ sơ được không',
          'tết có nhận hồ sơ không',
          'nghỉ tết nộp online',
          'ngày lễ nộp hồ sơ',
          'nộp giấy ngày mùng 1',
        ].join('\n'),
        'den-ngay': '2026-11-22',
        'xem-lai': '2027-06-01',
      },
    ]);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(changes).toMatchObject([
      {
        key: { kind: 'faq', scope: 'base', id: 'nop-ho-so-ngay-tet' },
        value: { group: 'Nộp hồ sơ', name: 'nộp hồ sơ ngày Tết', outcome: 'answer', asOf: '2026-11-22' },
      },
    ]);
  });

  it('that is missing in the file is no wish to take it away', () => {
    for (const book of books.filter(({ begins }) => begins)) expect(book.keepsRows).toHaveLength(1);
  });
});

describe('a phrase', () => {
  it('that was reworded is one taken away and one added', async () => {
    const { changes, faults } = await planned('cau-mau', 'base', 'cau-mau', (rows) =>
      rows.map((row) =>
        row['cau'] === rows[0]?.['cau'] ? { ...row, cau: 'một câu mẫu hoàn toàn khác trước' } : row,
      ),
    );
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [row] = tablesOf('cau-mau')[0]?.rows ?? [];
    const phrases = groupOf(changes[0]?.value ?? null)['phrases'];
    expect(phrases).toContain('một câu mẫu hoàn toàn khác trước');
    expect(phrases).not.toContain(row?.['cau']);
  });
});

describe('a day off', () => {
  it('goes into its year in the order of the days', async () => {
    const { changes } = await planned('lich-nghi', 'base', 'ngay', (rows) => [
      ...rows,
      {
        ngay: '2026-03-02',
        loai: 'holidays',
        ten: 'Ngày thử',
        'trang-thai': 'unverified',
        'nguon-dan': 'goi-lich',
      },
    ]);
    const days = groupsOf(groupOf(changes[0]?.value ?? null)['holidays']).map(({ date }) => date as string);
    expect(changes[0]?.key).toEqual({ kind: 'calendar', scope: 'base', id: '2026' });
    expect(days).toContain('2026-03-02');
    expect(days).toEqual(days.toSorted((a, b) => a.localeCompare(b)));
  });
});
