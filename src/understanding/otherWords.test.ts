import { expect, test } from 'vitest';
import { withoutWhereabouts } from './otherWords.ts';
import { words } from './text.ts';

const whereabouts = {
  names: ['hộ khẩu thường trú', 'hộ khẩu', 'tạm trú'].map((text) => words(text)),
  acts: ['gia hạn', 'nhập', 'xin giấy'].map((text) => words(text)),
};
const rest = (text: string): string =>
  withoutWhereabouts(words(text), { whereabouts })
    .map(({ word }) => word)
    .join(' ');

test('Where somebody lives is taken out of a question that is not about it', () => {
  expect(rest('hộ khẩu thường trú khác tỉnh thì nộp ở đâu')).toBe('khác tỉnh thì nộp ở đâu');
  expect(rest('nộp ở phường nơi tam tru')).toBe('nộp ở phường nơi');
});

test('After an act it is what is wished, and stays', () => {
  expect(rest('gia hạn tạm trú ở đâu')).toBe('gia hạn tạm trú ở đâu');
  expect(rest('xin giấy tạm trú, nhập hộ khẩu')).toBe('xin giấy tạm trú nhập hộ khẩu');
});
