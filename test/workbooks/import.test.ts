import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '#store/database.ts';
import type { Comparison } from '#workbooks/contract.ts';
import { createWorkbookRoutes } from '../../src/house-workbooks.ts';
import { caller, fakeAudit, fakeDoor } from '../publishing/fake-door.ts';
import { openRoom } from '../publishing/room.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const AT = '/api/staff/25326/workbooks';
type Compared = { comparison: Comparison };

/** As an officer would, in a spreadsheet: another text in place of one. */
function editedXlsx(file: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(file);
  const changed = Object.entries(parts).map(([path, bytes]) => {
    const isText = path === 'xl/sharedStrings.xml' || path.startsWith('xl/worksheets/sheet');
    return [path, isText ? strToU8(strFromU8(bytes).replace(from, to)) : bytes] as const;
  });
  return zipSync(Object.fromEntries(changed));
}
const editedCsv = (file: Uint8Array, from: RegExp, to: string): Uint8Array =>
  new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file).replace(from, to));

onEachEngine('workbooks', (make) => {
  let database: Database;
  let test: TestDatabase;
  let call: ReturnType<typeof caller>;
  const audit = fakeAudit();

  beforeAll(async () => {
    ({ database, test } = await migrated(make));
    const publishing = await openRoom(database, audit);
    const own = createWorkbookRoutes({ database, publishing, door: fakeDoor, audit, clock: Date.now });
    call = caller([...own, ...publishing.routes]);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const fileOf = async (book: string, query = ''): Promise<Uint8Array> => {
    const { bytes } = await call('lan', `GET ${AT}/${book}/file${query}`);
    if (bytes === undefined) throw new Error('no file');
    return bytes;
  };
  const compared = async (book: string, file: Uint8Array, query = ''): Promise<Comparison> => {
    const { json } = await call('lan', `POST ${AT}/${book}/comparison${query}`, file);
    return (json as Compared).comparison;
  };

  it('tell a ward what it can take away and what it may change', async () => {
    const { json } = await call('lan', `GET ${AT}`);
    const { books } = json as { books: { id: string; edits: boolean; sheets: { rows: number }[] }[] };
    expect(books.map(({ id, edits }) => [id, edits])).toEqual([
      ['hoi-dap', false],
      ['cau-mau', false],
      ['le-phi', true],
      ['lien-he', true],
      ['lich-nghi', false],
      ['danh-gia', true],
    ]);
    expect(books[0]?.sheets[0]?.rows).toBeGreaterThan(50);
  });

  it('come back unchanged as nothing to do', async () => {
    const seen = await compared('le-phi', await fileOf('le-phi'));
    expect(seen).toMatchObject({ added: 0, changed: 0, removed: 0, errors: 0, entries: 0, faults: [] });
  });

  describe('with a fee changed', () => {
    const cheaper = async (amount = 2500): Promise<Uint8Array> =>
      editedCsv(
        await fileOf('le-phi', '?format=csv'),
        /^(chung-thuc-ban-sao-tu-ban-chinh,.*,)2000(,.*)$/m,
        `$1${String(amount)}$2`,
      );

    it('show it first, write nothing, and then make a draft that nobody has published', async () => {
      const file = await cheaper();
      const seen = await compared('le-phi', file);
      expect(seen).toMatchObject({ changed: 1, added: 0, errors: 0, entries: 1 });
      expect(seen.changes[0]).toMatchObject({
        kind: 'changed',
        cells: [{ heading: 'Số tiền (đồng)', before: '2000', after: '2500' }],
      });
      expect(await database.db.selectFrom('draft').selectAll().execute()).toEqual([]);
      const made = await call('lan', `POST ${AT}/le-phi/drafts?expect=${seen.hash}&note=Theo%20Excel`, file);
      expect(made.json).toMatchObject({ drafts: [{ kind: 'procedure', scope: '25326' }], questions: 0 });
      const [draft, ...others] = await database.db.selectFrom('draft').selectAll().execute();
      expect(others).toEqual([]);
      expect(draft).toMatchObject({ status: 'writing', author: 'lan', note: 'Theo Excel', scope: '25326' });
      expect(JSON.parse(draft?.value ?? '')).toMatchObject({ fees: [{ id: 'hai-trang-dau', amount: 2500 }] });
      expect(audit.lines.at(-1)).toMatchObject({ action: 'entry.edit', officer: 'lan' });
    });

    it('lay it over what the officer wrote in her open draft', async () => {
      const at = '/api/staff/25326/entries/procedure/chung-thuc-ban-sao-tu-ban-chinh/draft';
      const [known] = await database.db.selectFrom('draft').select(['rev', 'value']).execute();
      const value = { ...(JSON.parse(known?.value ?? '{}') as object), short: 'sao y giấy tờ' };
      await call('lan', `PUT ${at}`, { value, rev: known?.rev ?? 0 });
      const file = await cheaper(2600);
      const { hash } = await compared('le-phi', file);
      await call('lan', `POST ${AT}/le-phi/drafts?expect=${hash}`, file);
      const [draft] = await database.db.selectFrom('draft').select('value').execute();
      expect(JSON.parse(draft?.value ?? '')).toMatchObject({
        short: 'sao y giấy tờ',
        fees: [{ id: 'hai-trang-dau', amount: 2600 }],
      });
    });

    it('write nothing where it is not what the officer saw', async () => {
      const before = await database.db.selectFrom('draft').selectAll().execute();
      const answer = await call('lan', `POST ${AT}/le-phi/drafts?expect=khac`, await cheaper());
      expect(answer.json).toMatchObject({ comparison: { changed: 1 } });
      expect(await database.db.selectFrom('draft').selectAll().execute()).toEqual(before);
    });
  });

  it('tell what is wrong by row and column, and write nothing then', async () => {
    const file = editedXlsx(await fileOf('lien-he'), /<t>mới thấy một nơi</, '<t>chắc là đúng<');
    const seen = await compared('lien-he', file);
    expect(seen.errors).toBeGreaterThan(0);
    expect(seen.faults[0]).toMatchObject({
      sheet: 'Liên hệ',
      cell: expect.stringMatching(/^[A-Z]+\d+$/) as string,
    });
    const answer = await call('lan', `POST ${AT}/lien-he/drafts?expect=${seen.hash}`, file);
    expect(answer.json).toMatchObject({ comparison: { errors: seen.errors } });
  });

  it('let a ward not write for the city', async () => {
    const file = editedCsv(await fileOf('lich-nghi', '?format=csv'), /Quốc khánh/, 'Ngày Quốc khánh');
    const seen = await compared('lich-nghi', file);
    expect(seen.errors).toBeGreaterThan(0);
    expect(seen.faults[0]?.message).toContain('phạm vi chung');
  });

  it('refuse what is no workbook with words', async () => {
    const { json } = await call(
      'lan',
      `POST ${AT}/le-phi/comparison`,
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
    );
    expect(json).toEqual({ refused: expect.stringContaining('.xlsx') as string });
  });

  it('keep evaluation questions of the ward, and take them away again when that is wished', async () => {
    const head = 'Mã,Câu hỏi *,Hiểu đúng là *,Hỏi về\n';
    const csv = (lines: string): Uint8Array => new TextEncoder().encode(head + lines);
    const wrong = await compared('danh-gia', csv(',làm khai sinh ở đâu,khong-co-chu-de,nơi nộp\n'));
    expect(wrong.faults).toMatchObject([{ cell: 'C2', severity: 'error' }]);
    const file = csv(',làm khai sinh ở đâu,dang-ky-khai-sinh,nơi nộp\n,=mất mã,trouble:otp-khong-den,\n');
    const seen = await compared('danh-gia', file);
    expect(seen).toMatchObject({ added: 2, errors: 0 });
    const made = await call('lan', `POST ${AT}/danh-gia/drafts?expect=${seen.hash}`, file);
    expect(made.json).toMatchObject({ drafts: [], questions: 2 });
    const back = await fileOf('danh-gia', '?format=csv');
    expect(new TextDecoder().decode(back)).toContain("'=mất mã");
    expect(await compared('danh-gia', back)).toMatchObject({ same: 2, added: 0, changed: 0, removed: 0 });
    const empty = await compared('danh-gia', csv(''), '?removals=yes');
    expect(empty).toMatchObject({ removed: 2 });
    await call('lan', `POST ${AT}/danh-gia/drafts?expect=${empty.hash}&removals=yes`, csv(''));
    expect(await database.db.selectFrom('evaluation_question').selectAll().execute()).toEqual([]);
    expect(audit.lines.at(-1)).toMatchObject({ action: 'evaluation.import', detail: '+0 −2' });
  });
});
