import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';

const input = anInput();
const understand = createUnderstand(
  trainModel({
    ...input,
    lexicon: {
      ...input.lexicon,
      changedWords: [
        { id: 'so-cu', say: ['sổ tạm trú'] },
        { id: 'chi-ket-hon', say: ['hôn thú'], topics: ['dang-ky-ket-hon'] },
      ],
    },
  }),
);
const changed = (text: string) => understand(text, { topic: null, expects: null, unit: null }).changed;

describe('words of former days', () => {
  it('are noted where the message is about them, with and without diacritics', () => {
    expect(changed('làm hôn thú')).toEqual(['chi-ket-hon']);
    expect(changed('lam hon thu')).toEqual(['chi-ket-hon']);
    expect(changed('xin cấp so tam tru')).toEqual(['so-cu']);
  });

  it('are let pass where the message is about something else, or says something else', () => {
    expect(changed('khai sinh cho con mà chưa có hôn thú thì làm giấy khai sinh sao')).toEqual([]);
    expect(changed('số tạm trú')).toEqual([]);
  });
});
