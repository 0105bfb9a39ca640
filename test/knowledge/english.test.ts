import { describe, expect, it } from 'vitest';
import { loadData } from '#knowledge/load.ts';
import { walk } from '#knowledge/checks/walk.ts';
import { codesIn, numbersIn } from './numbers-in.ts';

const { data } = loadData('data');
const sourced = [
  ...data.procedures,
  ...[data.flow, data.units, data.topics, data.safety, data.states, data.returns].flatMap((one) => one ?? []),
  ...data.troubles,
  ...data.faq,
  ...data.notices,
  ...data.glossary,
];

interface Pair {
  readonly at: string;
  readonly vi: string;
  readonly en: string;
}

function pairsIn(content: unknown, file: string): Pair[] {
  return [...walk(content)].flatMap(({ path, value }): Pair[] => {
    if (typeof value !== 'object' || value === null || !('vi' in value) || !('en' in value)) return [];
    const { vi, en } = value;
    return typeof vi === 'string' && typeof en === 'string'
      ? [{ at: `${file} ${path.join('.')}`, vi, en }]
      : [];
  });
}

const pairs = [
  ...sourced.flatMap(({ content, source }) => pairsIn(content, source.file)),
  ...data.wording.flatMap(({ key, text }) => pairsIn(text, key)),
];

/** The most asked: everything that is said of them has English. */
const ENGLISH = [
  'dang-ky-khai-sinh',
  'lien-thong-khai-sinh-thuong-tru-bhyt',
  'dang-ky-khai-tu',
  'lien-thong-khai-tu-xoa-thuong-tru-mai-tang-phi',
  'dang-ky-ket-hon',
  'cap-giay-xac-nhan-tinh-trang-hon-nhan',
  'cap-ban-sao-trich-luc-ho-tich',
  'dang-ky-tam-tru',
  'dang-ky-thuong-tru',
  'chung-thuc-ban-sao-tu-ban-chinh',
  'ho-kinh-doanh-dang-ky-thanh-lap',
  'xay-dung-cap-gpxd-nha-o-rieng-le',
];

/** `tháng 12/2025` and "12 years" say the same in both; words for numbers do not count. */
const told = (text: string): string[] => [...numbersIn(text), ...codesIn(text)].toSorted();
const links = (text: string): string[] => (text.match(/[a-z]+(?:\.[a-z]+)+/g) ?? []).toSorted();
const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('English beside the Vietnamese', () => {
  it('stands in thousands of texts, or this test looks in the wrong place', () => {
    expect(pairs.length).toBeGreaterThan(2500);
  });

  it('tells the same numbers, dates, sums and form codes', () => {
    const differ = pairs.filter(({ vi, en }) => told(vi).join(' ') !== told(en).join(' '));
    expect(differ.map(({ at, vi, en }) => `${at}: ${told(vi).join(' ')} | ${told(en).join(' ')}`)).toEqual(
      [],
    );
  });

  it('names the same sites, and the same places to fill', () => {
    const differ = pairs.filter(
      ({ vi, en }) =>
        places(vi).join(' ') !== places(en).join(' ') || links(vi).join(' ') !== links(en).join(' '),
    );
    expect(differ.map(({ at }) => at)).toEqual([]);
  });

  it('notices a sum that differs', () => {
    expect(told('Mỗi bản 8.000 đồng, từ 1/7/2026')).not.toEqual(told('8.500 đồng a copy, from 1/7/2026'));
  });

  it.each(ENGLISH)('%s is told in English', (id) => {
    const entry = data.procedures.find(({ content }) => content.id === id)?.content;
    expect(entry === undefined || typeof entry.name === 'string' || entry.name.en === undefined).toBe(false);
  });
});
