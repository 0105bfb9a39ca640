import { describe, expect, it } from 'vitest';
import { theLexicon } from '../../test/understanding/input.ts';
import { fromKeystrokes } from './keystrokes.ts';
import { normalise } from './normalise.ts';
import { openShortForms } from './shortForms.ts';
import { isSyllable } from './syllable.ts';
import { words } from './text.ts';

describe('raw keystrokes', () => {
  it.each([
    ['ddawng', 'đăng'],
    ['kys', 'ký'],
    ['giaays', 'giấy'],
    ['truwowngf', 'trường'],
    ['duowcj', 'dược'],
    ['ddwowcj', 'được'],
    ['khoong', 'không'],
    ['dang9', 'đang'],
    ['d9ang8', 'đăng'],
    ['ky1', 'ký'],
    ['giay61', 'giấy'],
    ['d9u7o7c5', 'được'],
  ])('%s was to be %s', (typed, word) => {
    expect(fromKeystrokes(typed)).toBe(word);
  });

  it.each(['khai', 'sinh', 'online', 'ct01', 'vneid', 'm2', 'muc2', '123', 'aaa', 'xyz', ''])(
    '%s is none',
    (typed) => {
      expect(fromKeystrokes(typed)).toBeNull();
    },
  );
});

describe('normalising', () => {
  const forms = openShortForms(theLexicon().shortForms);
  const read = (text: string): string =>
    normalise(text, forms, (word) => word === 'online')
      .map(({ word }) => word)
      .join(' ');

  it.each([
    ['KHAI SINH', 'khai sinh'],
    ['khônggggg', 'không'],
    ['hoà thuý khoẻ uỷ quý', 'hòa thúy khỏe ủy quý'],
    ['lệ phí bn tiền v', 'lệ phí bao nhiêu tiền vậy'],
    ['đk tạm trú', 'đăng ký tạm trú'],
    ['nộp đk ko', 'nộp được không'],
    ['vk ms sinh', 'vợ mới sinh'],
    ['giấy khai sanh', 'giấy khai sinh'],
    ['làm online đc hông', 'làm online được không'],
  ])('"%s" reads "%s"', (text, out) => {
    expect(read(text)).toBe(out);
  });

  it('reads decomposed letters like composed ones', () => {
    expect(words('đăng ký'.normalize('NFD'))).toEqual(words('đăng ký'));
  });

  it('knows which letters can be a syllable', () => {
    expect(['nghiêng', 'quyển', 'giếng', 'gì', 'ăn'].map(isSyllable)).toEqual([true, true, true, true, true]);
    expect(['snih', 'dk', 'mùc', 'nhâ', 'online', ''].map(isSyllable)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
