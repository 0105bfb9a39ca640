import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../test/support/fuzz.ts';
import type { Row, SheetSpec, Table } from '../sheet.ts';
import { runTask, type Compared } from '../tasks.ts';
import { words } from '../words.vi.ts';
import { readCsv, writeCsv } from './csv.ts';
import { joinLines, splitLines } from './lines.ts';
import { undo } from './neutral.ts';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const spec: SheetSpec = {
  id: 'thu',
  name: 'Bảng thử',
  key: ['ma'],
  columns: [
    { id: 'ma', heading: 'Mã', note: 'Mã của mục', width: 20, kind: 'code', required: true },
    { id: 'loi', heading: 'Trả lời', note: 'Câu trả lời', width: 60, kind: 'text' },
    {
      id: 'tien',
      heading: 'Số tiền',
      note: 'Đồng',
      width: 12,
      kind: 'number',
      choices: [{ value: 'unknown', label: 'chưa rõ' }],
    },
    { id: 'ngay', heading: 'Từ ngày', note: 'Ngày', width: 12, kind: 'date' },
    { id: 'cau', heading: 'Câu mẫu', note: 'Mỗi dòng một câu', width: 60, kind: 'list' },
  ],
};

const odd = [
  '=1+1',
  '+84 251 1022',
  '-không',
  '@SUM(A1)',
  '\tthụt vào',
  '\r=2',
  '\n=3',
  "'=đã có dấu nháy",
  "''=",
  "'",
  '＝toàn khổ',
  "=cmd|' /C calc'!A0",
  'dòng 1\ndòng 2\r\ndòng 3\rhết',
  '👩‍👩‍👧 🙂',
  'Đ\u1ea1i v\u0302',
  ' hai đầu có trống  ',
  '"ngoặc", phẩy; chấm phẩy\tvà thẻ',
  '_x0041_ _x005F_',
  '__proto__',
  'constructor',
  'toString',
  '<b>&amp;</b>',
  '0012',
  '1E5',
  '31/12/2026',
  'TRUE',
  'x'.repeat(32_767),
];
const anyText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', "'", "'="), fc.string({ maxLength: 10 }))
    .map((two) => two.join('')),
);

const tableOf = (texts: readonly string[]): Table => ({
  spec,
  rows: texts.map((loi, index): Row => ({
    ma: `m-${String(index)}`,
    loi,
    tien: null,
    ngay: null,
    cau: null,
  })),
});

const compared = async (file: Uint8Array, now: Table): Promise<Compared> => {
  const result = await runTask({ kind: 'compare', file, tables: [now] }, () => undefined);
  if (result.kind !== 'compared') throw new Error(JSON.stringify(result));
  return result.compared;
};

const writers = {
  xlsx: (table: Table) => writeXlsx({ title: 'Thử', help: [], tables: [table] }),
  csv: (table: Table) => Promise.resolve(writeCsv(table)),
} as const;

describe.each(['xlsx', 'csv'] as const)('a table as %s', (kind) => {
  const write = writers[kind];
  const cellsOf = async (file: Uint8Array): Promise<(string | null)[]> => {
    const sheets = kind === 'csv' ? [readCsv(file, spec.name)] : await readXlsx(file);
    const sheet = sheets.find(({ name }) => name === spec.name);
    return (sheet?.cells.slice(1) ?? []).map((row) => (typeof row[1] === 'string' ? undo(row[1]) : null));
  };

  it('gives every text back to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 12 }), async (texts) => {
        // A byte of 0 is what tells other files from texts.
        const written = kind === 'csv' ? texts.map((text) => text.replaceAll('\0', '')) : texts;
        expect(await cellsOf(await write(tableOf(written)))).toEqual(
          written.map((text) => (text === '' ? null : text)),
        );
      }),
      { numRuns: runs(25), examples: [[odd]] },
    );
  });

  it('says of itself that nothing differs', async () => {
    const rows: Row[] = odd.map((loi, index) => ({
      ma: `00${String(index)}`,
      loi,
      tien: index % 3 === 0 ? 'unknown' : index * 1000,
      ngay: index % 2 === 0 ? '2026-02-28' : null,
      cau: joinLines(['làm khai sinh', 'hai\ndòng', '⏎ và ↵']),
    }));
    const now = { spec, rows };
    expect(await compared(await write(now), now)).toMatchObject({
      changes: [],
      faults: [],
      same: rows.length,
    });
  });

  it('keeps no cell that a spreadsheet would take for a formula', async () => {
    const file = await write(tableOf(odd));
    const sheets = kind === 'csv' ? [readCsv(file, spec.name)] : await readXlsx(file);
    const cells = sheets.flatMap((sheet) => sheet.cells.flat()).filter((cell) => typeof cell === 'string');
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  });

  it('tells what was added, changed and taken away, and what cannot be', async () => {
    const now = tableOf(['một', 'hai', 'ba']);
    const [first, second] = now.rows;
    const edited: Table = {
      spec,
      rows: [
        { ...first, loi: 'một, sửa' },
        { ...second },
        { ma: 'm-9', loi: 'mới', tien: 8000, ngay: '2026-07-01', cau: null },
      ],
    };
    const { changes } = await compared(await write(edited), now);
    expect(
      changes.map(({ kind: how, columns, after, before }) => [how, columns, (after ?? before)?.['ma']]),
    ).toEqual([
      ['changed', ['loi'], 'm-0'],
      ['added', ['ma', 'loi', 'tien', 'ngay'], 'm-9'],
      ['removed', [], 'm-2'],
    ]);
  });
});

describe('several texts in one cell', () => {
  it('come back apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r'))),
        (texts) => {
          expect(splitLines(joinLines(texts))).toEqual(texts);
        },
      ),
    );
  });
});

describe('a text that Excel cannot hold', () => {
  it('is left as it is when its file comes back', async () => {
    const now = tableOf(['y'.repeat(40_000)]);
    const file = await writers.xlsx(now);
    const [, sheet] = await readXlsx(file);
    expect(sheet?.cells[1]?.[1]).toBe(words.tooLong);
    expect(await compared(file, now)).toMatchObject({ changes: [], faults: [] });
  });
});

describe('what officers type', () => {
  const read = (line: string): Promise<Compared> => {
    const head = 'Mã *,Trả lời,Số tiền,Từ ngày,Câu mẫu';
    return compared(new TextEncoder().encode(`${head}\n${line}\n`), { spec, rows: [] });
  };

  it.each([
    ['8.000', 8000],
    ['"8,000"', 8000],
    ['1 200 000 đồng', 1_200_000],
    ['Chưa rõ', 'unknown'],
    ['0', 0],
  ])('reads the amount %s', async (typed, amount) => {
    const { changes, faults } = await read(`a,x,${typed},,`);
    expect(faults).toEqual([]);
    expect(changes[0]?.after?.['tien']).toBe(amount);
  });

  it.each([
    ['31/12/2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
  ])('reads the day %s', async (typed, day) => {
    const { changes } = await read(`a,x,,${typed},`);
    expect(changes[0]?.after?.['ngay']).toBe(day);
  });

  it.each([
    ['a,x,tám nghìn,,', 'C2', '"tám nghìn" không phải là số, cũng không phải "chưa rõ".'],
    ['a,x,,31/02/2026,', 'D2', '"31/02/2026" không phải là ngày. Viết như 31/12/2026.'],
    [',x,,,', 'A2', 'Ô này phải điền.'],
    ['a,#REF!,,,', 'B2', 'Ô này đang báo lỗi #REF!.'],
    ['a,x,,,\na,y,,,', 'A3', 'Trùng với dòng của ô A2.'],
  ])('says row and column of what cannot be read: %s', async (line, cell, message) => {
    const { faults } = await read(line);
    expect(faults).toEqual([{ sheet: 'Bảng thử', cell, message, severity: 'error' }]);
  });

  it('finds headings under a title, in another order and without their star', async () => {
    const text = 'Bảng của phường;;\n;;\nTRẢ LỜI;mã;Ghi chú\nx;a;riêng\n';
    const { changes, faults } = await compared(new TextEncoder().encode(text), { spec, rows: [] });
    expect(changes).toMatchObject([{ kind: 'added', after: { ma: 'a', loi: 'x' }, line: 3 }]);
    expect(faults).toMatchObject([{ cell: 'C3', severity: 'warning' }]);
  });
});
