import { expect, it, vi } from 'vitest';
import { fieldName } from './field-names.ts';
import { textFrom } from './text-from.ts';

// The units' names are made by the browser's build.
vi.mock('../shell/scopes.ts', () => ({ scopeName: (code: string) => code }));

const names = {
  'fees.truc-tuyen': 'Nộp trên mạng',
  'questions.cho-o': 'Anh/chị đang ở chỗ nào?',
  'questions.cho-o.options.thue': 'Nhà thuê',
  'sources.cong': 'Cổng dịch vụ công',
};

it("reads a condition within a value with the questions' words, not with ids", () => {
  expect(textFrom({ amount: 7000, when: { q: 'cho-o', is: 'thue' }, source: ['cong'] }, names)).toBe(
    'Mức: 7.000; Áp dụng khi: Khi “Anh/chị đang ở chỗ nào?” là “Nhà thuê”; Nguồn: Cổng dịch vụ công',
  );
});

it('calls a place by the words of its items, and leaves an id where there are none', () => {
  expect(fieldName('fees.truc-tuyen.amount', names)).toBe('Lệ phí › Nộp trên mạng › Mức');
  expect(fieldName('fees.la.amount', names)).toBe('Lệ phí › la › Mức');
});
