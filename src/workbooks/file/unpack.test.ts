import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits, type SheetSpec, type Table } from '../sheet.ts';
import { runTask } from '../tasks.ts';
import { words } from '../words.vi.ts';
import { writeXlsx } from './write-xlsx.ts';

const spec: SheetSpec = {
  id: 'a',
  name: 'Bảng',
  key: ['ma'],
  columns: [
    { id: 'ma', heading: 'Mã', note: '', width: 10, kind: 'code' },
    { id: 'ten', heading: 'Tên', note: '', width: 10, kind: 'text' },
  ],
};
const table: Table = { spec, rows: [{ ma: 'm1', ten: 'một' }] };

const ask = (file: Uint8Array) => runTask({ kind: 'compare', file, tables: [table] }, () => undefined);

/** A good file with some of its parts put in another way. */
async function changed(change: (parts: Record<string, Uint8Array>) => Zippable): Promise<Uint8Array> {
  const file = await writeXlsx({ title: 'Thử', help: [], tables: [table] });
  return zipSync(change(unzipSync(file)));
}
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const SHEET = 'xl/worksheets/sheet2.xml';
const inSheet = (from: string | RegExp, to: string) =>
  changed((parts) => ({ ...parts, [SHEET]: strToU8(textOf(parts[SHEET]).replace(from, to)) }));

describe('a file that is refused', () => {
  const cases: readonly [what: string, file: () => Promise<Uint8Array> | Uint8Array, message: string][] = [
    ['nothing', () => new Uint8Array(), words.noFile],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), words.notXlsx],
    [
      'an old .xls or a locked file',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      words.oldOrLocked,
    ],
    ['a zip of something else', () => zipSync({ 'a.txt': strToU8('x') }), words.notXlsx],
    ['half a zip', async () => (await changed((parts) => parts)).subarray(0, 700), words.broken],
    [
      'a text in an old code page',
      () => new Uint8Array([0x4d, 0xe3, 0x2c, 0x54, 0xea, 0x6e, 0x0a]),
      words.notText,
    ],
    ['macros', () => changed((parts) => ({ ...parts, 'xl/vbaProject.bin': strToU8('x') })), words.macros],
    [
      'a macro workbook by another name',
      () =>
        changed((parts) => ({
          ...parts,
          '[Content_Types].xml': strToU8(
            textOf(parts['[Content_Types].xml']).replace(
              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
              'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
            ),
          ),
        })),
      words.macros,
    ],
    [
      'entities that blow up',
      () => inSheet('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><worksheet'),
      words.broken,
    ],
    [
      'a bomb',
      () => changed((parts) => ({ ...parts, [SHEET]: new Uint8Array(limits.unpackedBytes + 1) })),
      words.unpacksTooBig,
    ],
    ['thousands of parts', () => changed((parts) => ({ ...parts, ...many(2100) })), words.unpacksTooBig],
    [
      'one cell in the last row there is',
      () => inSheet('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
      words.tooManyRows(limits.rows),
    ],
    [
      'one cell in the last column there is',
      () => inSheet('</sheetData>', '<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'),
      words.tooManyColumns,
    ],
  ];

  it.each(cases)('%s, with words for the officer', async (_what, file, message) => {
    expect(await ask(await file())).toEqual({ kind: 'refused', message });
  });

  it('tells a bomb before it is out, whatever the file says of its size', async () => {
    const file = await changed((parts) => ({ ...parts, [SHEET]: new Uint8Array(limits.unpackedBytes + 1) }));
    // Sizes in the directory of the zip and before each part: both say ten bytes.
    const view = new DataView(file.buffer, file.byteOffset, file.length);
    for (let at = 0; at + 28 < file.length; at += 1) {
      const sign = view.getUint32(at, true);
      if (sign === 0x02014b50) view.setUint32(at + 24, 10, true);
      if (sign === 0x04034b50) view.setUint32(at + 22, 10, true);
    }
    expect(await ask(file)).toEqual({ kind: 'refused', message: words.unpacksTooBig });
  });
});

const many = (count: number): Zippable =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`xl/media/${String(index)}.png`, strToU8('x')]),
  );

describe('a formula', () => {
  it('is refused where it stands', async () => {
    const file = await inSheet(
      /<c r="B2"[^>]*>.*?<\/c>/,
      '<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>một</v></c>',
    );
    expect(await ask(file)).toMatchObject({
      compared: { faults: [{ sheet: 'Bảng', cell: 'B2', message: words.formula, severity: 'error' }] },
    });
  });
});
