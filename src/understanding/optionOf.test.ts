import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';
import type { Expectation } from './types.ts';

const understand = createUnderstand(trainModel(anInput()));
const optionFor = (text: string, expects: Expectation): string | null =>
  understand(text, { topic: 'dang-ky-khai-sinh', expects, unit: null }).option;

const married: Expectation = {
  kind: 'option',
  options: [
    { id: 'co', label: 'Đã đăng ký kết hôn', says: ['có', 'rồi', 'có hôn thú'] },
    { id: 'chua', label: 'Chưa đăng ký kết hôn', says: ['chưa cưới', 'sống chung'] },
    { id: 'don-than', label: 'Mẹ đơn thân', says: ['một mình nuôi con'] },
  ],
};

describe('an answer to a question with choices', () => {
  it.each([
    ['2', 'chua'],
    ['số 2', 'chua'],
    ['cái thứ hai', 'chua'],
    ['cai thu 2 di', 'chua'],
    ['cái đầu', 'co'],
    ['cái cuối', 'don-than'],
    ['dạ có', 'co'],
    ['rồi ạ', 'co'],
    ['chưa', 'chua'],
    ['dạ chưa', 'chua'],
    ['2 vợ chồng chưa cưới', 'chua'],
    ['chua cuoi', 'chua'],
    ['tụi em chưa đăng ký', 'chua'],
    ['da dang ky roi', 'co'],
    ['đã đăng kí kết hôn', 'co'],
    ['me don than a', 'don-than'],
    ['em nuôi con một mình', 'don-than'],
  ])('"%s" picks %s', (text, option) => {
    expect(optionFor(text, married)).toBe(option);
  });

  it.each([
    'lệ phí bao nhiêu vậy',
    '4',
    '0',
    '25',
    'bao lâu thì xong',
    'để tôi hỏi lại đã',
    '',
    '😀',
    'không biết nữa',
  ])('"%s" picks none', (text) => {
    expect(optionFor(text, married)).toBeNull();
  });

  it('never takes a denial for the choice that it denies', () => {
    expect(optionFor('không sống chung', married)).not.toBe('chua');
  });

  it('takes no button for the beginning of a wish', () => {
    const step: Expectation = {
      kind: 'option',
      options: [
        { id: 'done', label: 'Xong', says: [] },
        { id: 'back', label: 'Quay lại', says: [] },
      ],
    };
    expect(optionFor('quay lại làm giấy khai sinh', step)).toBeNull();
    expect(optionFor('quay lại đi', step)).toBe('back');
    expect(optionFor('xong rồi ạ', step)).toBe('done');
  });
});
