import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { residentTexts } from '#knowledge/checks/resident-texts.ts';
import { readabilityFaults } from '#knowledge/checks/readability.ts';
import { loadData } from '#knowledge/load.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'readability-'));
  cpSync('data/readability.yaml', join(home, 'readability.yaml'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** What is wrong with one glossary entry's plain words. */
function faultsOf(plain: string): string[] {
  writeFileSync(join(home, 'glossary.yaml'), JSON.stringify([{ id: 'x', term: 'x', plain }]));
  return readabilityFaults(loadData(home).data).map(({ message }) => message);
}

describe('readability', () => {
  it('lets a plain sentence pass', () => {
    expect(faultsOf('Anh/chị mang thẻ căn cước ra phường.')).toEqual([]);
  });

  it('finds office language, and says what to say instead', () => {
    expect(faultsOf('Anh/chị Xuất Trình thẻ căn cước.')).toEqual([expect.stringContaining('cho xem')]);
  });

  it('allows office language that is explained in brackets, or printed on a screen', () => {
    expect(faultsOf('Giấy phải hợp pháp hóa lãnh sự (có dấu công nhận).')).toEqual([]);
    expect(faultsOf('Bấm vào mục "Thành phần hồ sơ".')).toEqual([]);
  });

  it('finds the wrong address', () => {
    expect(faultsOf('Quý khách chờ chút ạ.')).toEqual([expect.stringContaining('anh/chị')]);
  });

  it('finds a sentence that is too long, but not two short ones', () => {
    const words = (n: number): string => Array.from({ length: n }, () => 'chữ').join(' ');
    expect(faultsOf(words(27))).toEqual([expect.stringContaining('27 words')]);
    expect(faultsOf(`${words(20)}. ${words(20)}`)).toEqual([]);
  });

  it('finds a label that a button would cut', () => {
    cpSync('data/procedures/dang-ky-tam-tru.yaml', join(home, 'procedures/dang-ky-tam-tru.yaml'));
    const file = join(home, 'procedures/dang-ky-tam-tru.yaml');
    const text = readFileSync(file, 'utf8');
    const long = text
      .replace('vi: Đăng ký mới\n', 'vi: Một cái nút dài hơn hai mươi chữ\n')
      .replace('en: Extension\n', 'en: A button of more than twenty letters\n');
    writeFileSync(file, long);
    const faults = readabilityFaults(loadData(home).data);
    expect(faults.map(({ file }) => file)).toEqual(Array(2).fill('procedures/dang-ky-tam-tru.yaml'));
    for (const { message } of faults) expect(message).toContain('a button shows 20');
  });
});

describe('what residents read', () => {
  const { data } = loadData('data');
  const texts = residentTexts(data);

  it('is found in every part of the content', () => {
    const folders = new Set(texts.map(({ source }) => source.file.split('/')[0]));
    const parts = 'procedures troubles units states returns wording notices faq'.split(' ');
    for (const part of [...parts, 'flow.yaml', 'topics.yaml', 'glossary.yaml', 'safety.yaml']) {
      expect(folders).toContain(part);
    }
    expect(texts.length).toBeGreaterThan(2000);
  });

  it('holds no phrase that only teaches the matcher', () => {
    const phrase = data.procedures[0]?.content.phrases[0] ?? '';
    expect(texts.map(({ text }) => text)).not.toContain(phrase);
    const heard = [
      data.safety?.content.alarms[0]?.says[0],
      data.states?.content.asks[0],
      data.returns?.content.reasons[0]?.says[0],
    ];
    for (const pattern of heard) {
      expect(pattern).toBeTypeOf('string');
      expect(texts.map(({ text }) => text)).not.toContain(pattern);
    }
  });

  it('holds the questions and answers about names that mean two places', () => {
    const trap = data.units?.content.traps[0];
    const ask = typeof trap?.ask === 'object' ? trap.ask.vi : trap?.ask;
    expect(texts.find(({ text }) => text === ask)?.kind).toBe('sentence');
    const [option] = trap?.options ?? [];
    const label = typeof option?.label === 'object' ? option.label.vi : option?.label;
    expect(texts.find(({ text }) => text === label)?.kind).toBe('label');
  });
});
