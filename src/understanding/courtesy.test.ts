import { expect, test } from 'vitest';
import { openCourtesies, withoutCourtesy } from './courtesy.ts';
import { words } from './text.ts';

const courtesies = openCourtesies(
  { before: ['dạ', 'cho hỏi', 'cho tôi hỏi'], after: ['ạ', 'vậy', 'vậy ạ'] },
  words,
);
const rest = (text: string): string =>
  withoutCourtesy(words(text), courtesies)
    .map(({ word }) => word)
    .join(' ');

test('Politeness at both ends of a question is taken off, as often as it stands there', () => {
  expect(rest('Dạ cho tôi hỏi ủy ban ở đâu vậy ạ')).toBe('ủy ban ở đâu');
  expect(rest('cho hoi uy ban o dau vay')).toBe('uy ban o dau');
});

test('Politeness within a question stays, and so does what would be left of two words', () => {
  expect(rest('giấy này vậy là đúng')).toBe('giấy này vậy là đúng');
  expect(rest('cho tôi hỏi')).toBe('cho tôi hỏi');
  expect(rest('dạ ạ')).toBe('dạ ạ');
});

test('A message without politeness is the same array', () => {
  const message = words('ủy ban ở đâu');
  expect(withoutCourtesy(message, courtesies)).toBe(message);
});
