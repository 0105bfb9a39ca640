import { describe, expect, it } from 'vitest';
import { learnSpelling, mend, openSpelling } from './spelling.ts';
import { words } from './text.ts';
import { numberWords, openWords } from './wordTable.ts';

const documents = [
  'đăng ký tạm trú cho người thuê trọ',
  'tạm trú ở phường',
  'trợ cấp thất nghiệp',
  'tổng đài trả lời',
  'nơi cư trú',
  'thả chó ra đường',
].map((text) => words(text));

const numbers = numberWords();
const counts = learnSpelling(documents, numbers.idOf);
// A model's table holds its words with and without their marks.
for (const { word } of documents.flat()) numbers.idOf(word);
const spelling = openSpelling(counts, openWords(numbers.list()), []);
const mended = (text: string): string =>
  mend(words(text), spelling)
    .map(({ word }) => word)
    .join(' ');

describe('a slip of the finger', () => {
  it('is mended with its marks where she writes them', () => {
    expect(mended('tạm ttú')).toBe('tạm trú');
    expect(mended('đăng ký tạm trúu')).toBe('đăng ký tạm trú');
  });

  it('is mended without them where she writes none', () => {
    expect(mended('tam ttru')).toBe('tam tru');
    expect(mended('tam tur')).toBe('tam tru');
  });

  it('that makes another syllable is mended beside the word that tells it', () => {
    expect(mended('trợ cấp thấ nghiệp')).toBe('trợ cấp thất nghiệp');
  });

  it('is not seen in words that stand as they are used, nor in what nobody near tells', () => {
    for (const right of ['thả chó', 'trú mưa', 'nơi trọ', 'thấ', 'bà thấ đi chợ'])
      expect(mended(right)).toBe(right);
  });

  it('of two words run together parts them', () => {
    expect(mended('lam tamtru')).toBe('lam tam tru');
  });
});
