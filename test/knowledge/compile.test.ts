import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { contentHash } from '#knowledge/canonical.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine, type Fault } from '#knowledge/fault.ts';
import { compiledReleaseSchema } from '#knowledge/release.ts';
import { writeIdsLock } from '#knowledge/ids-lock.ts';
import { aCompiledRelease, aProcedure, aQuestion } from '../support/builders.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'knowledge-'));
  const { flow, units, topics } = aCompiledRelease();
  put('flow.yaml', flow);
  put('units.yaml', units);
  put('topics.yaml', topics);
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function put(file: string, content: unknown): void {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), typeof content === 'string' ? content : stringify(content));
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(home, file), 'utf8');
  expect(text).toContain(from);
  put(file, text.replace(from, to));
}

function aProcedureFile(over: Parameters<typeof aProcedure>[0] = {}): void {
  const procedure = aProcedure(over);
  put(`procedures/${procedure.id}.yaml`, procedure);
}

function found(severity?: Fault['severity']): string[] {
  const compiled = compileKnowledge(home);
  const faults = 'faults' in compiled ? compiled.faults : compiled.warnings;
  return faults.filter((fault) => severity === undefined || fault.severity === severity).map(faultLine);
}

const errors = (): string[] => found('error');

describe('compiling the knowledge', () => {
  it('makes a release of what has no faults', () => {
    aProcedureFile();
    const compiled = compileKnowledge(home);
    expect(compiled).toMatchObject({
      release: { format: 1, procedures: [{ id: 'thu-tuc-mau', scope: 'base' }] },
    });
  });

  it('takes questions by group, and finds what they cite or stand under and is not there', () => {
    const topic = {
      id: 'vneid-mau',
      name: 'VNeID',
      outcome: 'answer',
      answer: 'Là ứng dụng.',
      under: 'khong-co',
      phrases: ['vneid là gì', 'xin chào'],
      source: ['khong-co'],
    };
    put('faq/vneid.yaml', { group: 'VNeID', topics: [topic], asOf: '2026-11-22', review: '2027-03-01' });
    expect(errors()).toEqual([
      expect.stringContaining('there is no procedure or topic "khong-co"'),
      expect.stringContaining('"xin chào" stands under "chao" too'),
      expect.stringContaining('there is no source "khong-co" in this file'),
    ]);
    change('faq/vneid.yaml', 'under: khong-co', 'under: chao');
    change('faq/vneid.yaml', '- xin chào', '- vneid để làm gì');
    put(
      'faq/vneid.yaml',
      readFileSync(join(home, 'faq/vneid.yaml'), 'utf8').replace(/ {4}source:\n.*\n/, ''),
    );
    expect(errors()).toEqual([]);
  });

  it('gives the same content the same hash, however its keys and files are ordered', () => {
    const hash = (): string => {
      const compiled = compileKnowledge(home);
      return 'release' in compiled ? compiled.release.hash : expect.fail('has faults');
    };
    aProcedureFile();
    const before = hash();
    const { id, name, ...rest } = aProcedure();
    put('procedures/thu-tuc-mau.yaml', { ...rest, name, id });
    expect(hash()).toBe(before);
    aProcedureFile({ review: '2027-02-02' });
    expect(hash()).not.toBe(before);
  });

  it('gives questions in another order another hash: they are asked in it', () => {
    const hashes = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((order) => {
      aProcedureFile({
        questions: Object.fromEntries(order.map((id) => [id, aQuestion(['co', 'khong'])])),
        result: ['a', 'b'].map((q) => ({ id: q, text: 'Giấy', when: { q, is: 'co' }, source: ['s1'] })),
      });
      const compiled = compileKnowledge(home);
      return 'release' in compiled ? compiled.release.hash : expect.fail('has faults');
    });
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('says of a missing file that it is missing', () => {
    rmSync(join(home, 'flow.yaml'));
    expect(errors()).toEqual(['flow.yaml:1:1: error: this file is missing']);
  });

  it('reads wording files, flat and nested', () => {
    aProcedureFile();
    put('wording/fee.yaml', {
      free: 'Miễn phí',
      unknown: { long: { vi: 'Chưa rõ {who}', en: 'Unknown {who}' } },
    });
    expect(compileKnowledge(home)).toMatchObject({
      release: { wording: { 'fee.free': 'Miễn phí', 'fee.unknown.long': { vi: 'Chưa rõ {who}' } } },
    });
  });

  it('takes the scope of an entry from the folder of its unit', () => {
    aProcedureFile();
    const { scope: _, ...own } = aProcedure({ name: 'Thủ tục ở phường Mẫu' });
    put('procedures/25441/thu-tuc-mau.yaml', own);
    expect(compileKnowledge(home)).toMatchObject({
      release: { procedures: [{ scope: '25441' }, { scope: 'base' }] },
    });
  });
});

describe('faults stand at the line and column of the value', () => {
  const first = (): string => errors()[0] ?? '';

  it('for a misspelt choice', () => {
    aProcedureFile();
    change('procedures/thu-tuc-mau.yaml', 'form: e-form', 'form: e-from');
    expect(first()).toMatch(
      /^procedures\/thu-tuc-mau\.yaml:\d+:11: error: must be "original" or .*here it is "e-from"/,
    );
  });

  it('for a misspelt name, in plain words', () => {
    aProcedureFile();
    change('procedures/thu-tuc-mau.yaml', 'field: Hộ tịch', 'feild: Hộ tịch');
    expect(errors()).toEqual([
      expect.stringMatching(/:1:1: error: is missing \[field\]$/),
      expect.stringMatching(/:6:1: error: "feild" is not known here; check its spelling \[feild\]$/),
    ]);
  });

  it('for a condition, in the form most likely meant', () => {
    aProcedureFile({ documents: [] });
    change(
      'procedures/thu-tuc-mau.yaml',
      'documents: []',
      'documents:\n  - { id: x, name: X, form: copy, source: [s1], need: { q: a, iss: b } }',
    );
    expect(errors()).toEqual([
      expect.stringMatching(/:24:55: error: is missing \[documents\.0\.need\.is\]$/),
      expect.stringMatching(/:24:63: error: "iss" is not known here/),
    ]);
  });

  it('for a number that should be words', () => {
    aProcedureFile({ code: '1.001193' });
    change('procedures/thu-tuc-mau.yaml', 'code: "1.001193"', 'code: 1.001193');
    expect(first()).toContain('must be words: put 1.001193 in quotes');
  });

  it('for broken YAML', () => {
    put('procedures/hong.yaml', 'id: hong\nname: "chưa đóng\n');
    expect(first()).toMatch(/^procedures\/hong\.yaml:\d:\d+: error: this is not valid YAML/);
  });

  it('for a name twice in one group', () => {
    aProcedureFile();
    change('procedures/thu-tuc-mau.yaml', 'asOf:', 'field: Khác\nasOf:');
    expect(first()).toMatch(/not valid YAML.*unique/);
  });

  it('for invisible characters and detached accents', () => {
    aProcedureFile({ short: 'làm\u200b giấy', field: 'Hộ tịch'.normalize('NFD') });
    expect(errors()).toEqual([
      expect.stringContaining('invisible character U+200B'),
      expect.stringContaining('detached accent marks'),
    ]);
  });
});

describe('checks across entries', () => {
  const one = (): string => {
    const all = errors();
    expect(all).toHaveLength(1);
    return all[0] ?? '';
  };
  const fact = { id: 'x', text: 'Giấy', source: ['s1'] };

  it.each<[string, Parameters<typeof aProcedure>[0], string | RegExp]>([
    ['a source that is not there', { result: [{ ...fact, source: ['s9'] }] }, 'no source "s9"'],
    ['a question that is not there', { result: [{ ...fact, when: { q: 'a', is: 'b' } }] }, 'no question "a"'],
    [
      'an option that is not there',
      {
        questions: { a: aQuestion(['co', 'khong']) },
        result: [
          {
            ...fact,
            when: {
              any: [
                { q: 'a', is: 'co' },
                { q: 'a', is: 'coo' },
              ],
            },
          },
        ],
      },
      'has no option "coo"',
    ],
    ['a question that decides nothing', { questions: { a: aQuestion(['co', 'khong']) } }, 'decides nothing'],
    [
      'a question that looks ahead',
      {
        questions: {
          a: aQuestion(['co', 'khong'], { when: { q: 'b', is: 'co' } }),
          b: aQuestion(['co', 'khong']),
        },
        result: [{ ...fact, when: { q: 'a', is: 'co' } }],
      },
      '"b" must be asked before',
    ],
    [
      'a condition that can never hold',
      {
        questions: { a: aQuestion(['co', 'khong']) },
        result: [
          {
            ...fact,
            when: {
              all: [
                { q: 'a', is: 'co' },
                { q: 'a', is: 'khong' },
              ],
            },
          },
        ],
      },
      'can never hold',
    ],
    [
      'a condition on a question that is not asked then',
      {
        questions: {
          a: aQuestion(['co', 'khong']),
          b: aQuestion(['co', 'khong'], { when: { q: 'a', is: 'co' } }),
        },
        result: [
          {
            ...fact,
            when: {
              all: [
                { q: 'a', is: 'khong' },
                { q: 'b', is: 'co' },
              ],
            },
          },
        ],
      },
      'can never hold',
    ],
    ['a step that is not there', { steps: { 'di-bo': {} } }, 'no step "di-bo"'],
    [
      'a trouble that is not there',
      { steps: { 'dang-nhap': { troubles: ['quen-mat-khau'] } } },
      'no trouble "quen-mat-khau"',
    ],
    ['a neighbour that is not there', { related: ['khong-co'] }, 'no procedure or topic "khong-co"'],
    [
      'an unknown amount that nobody knows',
      { fees: [{ id: 'x', label: 'Lệ phí', channel: 'any', amount: 'unknown', source: ['s1'] }] },
      'unknown needs whoKnows',
    ],
    [
      'a contact that is not there',
      {
        fees: [
          { id: 'x', label: 'Phí', channel: 'any', amount: 'unknown', whoKnows: ['ai'], source: ['s1'] },
        ],
      },
      '"ai" is neither ward',
    ],
    ['a review before the data', { review: '2026-06-10' }, 'review must be after asOf'],
    [
      'a range that ends before it begins',
      { time: [{ id: 'x', amount: 1, unit: 'day', from: '2026-02-01', to: '2026-01-01', source: ['s1'] }] },
      'begins (2026-02-01) after it ends (2026-01-01)',
    ],
    [
      'the same fee twice for one case',
      {
        fees: [
          { id: 'a', label: 'Lệ phí', channel: 'any', amount: 1, to: '2026-12-31', source: ['s1'] },
          { id: 'b', label: 'Lệ phí', channel: 'online', amount: 2, from: '2026-12-31', source: ['s1'] },
        ],
      },
      '"b" and "a" both hold',
    ],
    ['a document twice', { result: [fact, fact] }, 'a second entry of result has the id "x"'],
    [
      'an old id that is used again',
      {
        documents: [
          { id: 'x', name: 'X', need: 'always', form: 'copy', source: ['s1'] },
          { id: 'y', was: ['x'], name: 'Y', need: 'always', form: 'copy', source: ['s1'] },
        ],
      },
      'an old id is never used again',
    ],
    [
      'a placeholder that nobody fills',
      { steps: { 'dang-nhap': { todo: 'Chào {ten}.' } } },
      'nobody fills {ten}',
    ],
    ['a phrase that stands under a topic too', { phrases: ['Xin chào!'] }, 'stands under "thu-tuc-mau" too'],
  ])('find %s', (_, over, message) => {
    aProcedureFile(over);
    expect(one()).toMatch(message);
  });

  it('let fees follow each other in time, and by channel and case', () => {
    const line = { label: 'Lệ phí', channel: 'any' as const, amount: 1, source: ['s1'] };
    aProcedureFile({
      questions: { a: aQuestion(['co', 'khong']) },
      fees: [
        { ...line, id: 'a', to: '2026-12-31', when: { q: 'a', is: 'co' } },
        { ...line, id: 'b', to: '2026-12-31', when: { not: { q: 'a', is: 'co' } } },
        { ...line, id: 'c', from: '2027-01-01', channel: 'online' },
        { ...line, id: 'd', from: '2027-01-01', channel: 'counter' },
      ],
    });
    expect(errors()).toEqual([]);
  });

  it('find a day of another year, and a day twice, in a calendar', () => {
    const day = (date: string) => ({ date, name: 'Nghỉ', status: 'verified', source: ['s1'] });
    put('calendar/2026.yaml', {
      year: 2026,
      holidays: [day('2026-11-24'), day('2027-01-01')],
      makeUpDays: [day('2026-11-24')],
      complete: false,
      sources: { s1: { title: 'Thông báo', kind: 'official', confidence: 'high' } },
      asOf: '2026-11-22',
      review: '2026-12-15',
    });
    expect(errors()).toEqual([
      expect.stringContaining('2027-01-01 is not a day of 2026'),
      expect.stringContaining('2026-11-24 stands in this calendar twice'),
    ]);
  });

  it('find two units with one code', () => {
    change('units.yaml', '"25442"', '"25441"');
    expect(one()).toMatch(/units\.yaml:\d+:\d+: error: a second unit code has the id "25441"/);
  });

  it('find a file that is not called after its entry', () => {
    put('procedures/khac.yaml', aProcedure());
    expect(one()).toContain('the file is called khac.yaml');
  });

  it('find English words with other placeholders', () => {
    put('wording/a.yaml', { b: { vi: 'Bước {k}', en: 'Step {n}' } });
    expect(one()).toContain('different placeholders');
  });

  it('find an id that went missing after its release, and one that came back', () => {
    const document = {
      id: 'cu',
      name: 'Tờ khai',
      need: 'always' as const,
      form: 'e-form' as const,
      source: ['s1'],
    };
    const release = (): void => {
      const compiled = compileKnowledge(home);
      if ('release' in compiled) writeIdsLock(home, compiled.release);
      else expect.fail(compiled.faults.map(faultLine).join('\n'));
    };
    aProcedureFile({ documents: [document] });
    release();
    aProcedureFile({ documents: [{ ...document, id: 'moi' }] });
    expect(one()).toContain('document "cu" was released and is missing');
    aProcedureFile({ documents: [{ ...document, id: 'moi', was: ['cu'] }] });
    expect(errors()).toEqual([]);
    release();
    rmSync(join(home, 'procedures'), { recursive: true });
    expect(one()).toContain('procedure "thu-tuc-mau" was released and is missing');
    aProcedureFile({ documents: [{ ...document, id: 'moi', was: ['cu'] }] });
    change('ids.lock.jsonl', '"id":"moi"', '"id":"moi","gone":true');
    expect(one()).toContain('document "moi" was retired');
  });
});

describe('the data of the product', () => {
  it('has no faults', () => {
    const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
    const faults = 'faults' in compiled ? compiled.faults : [];
    expect(faults.filter(({ severity }) => severity === 'error').map(faultLine)).toEqual([]);
  });

  it('is a release that a server accepts, and the same after a journey as JSON', () => {
    const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
    const release = 'release' in compiled ? compiled.release : expect.fail('has faults');
    const read = compiledReleaseSchema.parse(JSON.parse(JSON.stringify(release)));
    const { format: _, hash, ...body } = read;
    expect(contentHash(body)).toBe(hash);
  });

  it('compiles to the same release from a copy', () => {
    const copy = join(home, 'copy');
    const data = new URL('../../data', import.meta.url).pathname;
    cpSync(data, copy, { recursive: true });
    expect(compileKnowledge(copy)).toEqual(compileKnowledge(data));
  });
});
