import { expect, it } from 'vitest';
import { questionsOf } from './questions.ts';
import { conditionSentence, needSentence } from './sentence.ts';

const names = {
  questions: questionsOf({
    'cho-o': {
      ask: { vi: 'Anh/chị đang ở chỗ nào?' },
      options: { thue: { label: 'Nhà thuê' }, nho: { label: 'Ở nhờ' } },
    },
  }),
  unitName: () => 'Phường Bình Long',
};

it('reads a condition out with the words of its questions, not with ids', () => {
  expect(
    conditionSentence({ all: [{ q: 'cho-o', in: ['thue', 'nho'] }, { channel: 'online' }] }, names),
  ).toBe('Khi “Anh/chị đang ở chỗ nào?” là “Nhà thuê” hoặc “Ở nhờ” và nộp trực tuyến');
});

it('puts what belongs together in brackets, and names days and units', () => {
  expect(
    conditionSentence(
      {
        not: { any: [{ unit: ['25326'] }, { date: { from: '2026-07-01', to: '2026-12-31' } }] },
      },
      names,
    ),
  ).toBe('Khi không phải (nộp tại Phường Bình Long hoặc từ ngày 01/07/2026 đến hết ngày 31/12/2026)');
});

it('says for whom a paper is where no condition names them', () => {
  expect(needSentence('always', names)).toBe('Ai cũng cần');
  expect(needSentence('ask-staff', names)).toMatch(/cán bộ/);
});
