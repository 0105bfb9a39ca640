import { describe, expect, it } from 'vitest';
import { withoutDenied } from './denied.ts';
import { openPhrases } from './phrases.ts';
import { words } from './text.ts';

const denials = openPhrases([words('chứ không phải')]);
const left = (text: string): string =>
  withoutDenied(words(text), denials)
    .map(({ word }) => word)
    .join(' ');

describe('what is denied', () => {
  it('is not read to the end of its sentence', () => {
    expect(left('nghỉ bán luôn chứ không phải tạm nghỉ')).toBe('nghỉ bán luôn');
    expect(left('nghỉ bán luôn chứ không phải tạm nghỉ. Cần giấy gì')).toBe('nghỉ bán luôn cần giấy gì');
  });

  it('is a few words: what is said after them is meant', () => {
    expect(left('tôi bán đất cho em chứ không phải cho không nó đâu nha, giờ sang tên cần giấy gì')).toBe(
      'tôi bán đất cho em giờ sang tên cần giấy gì',
    );
  });

  it('is left where hardly anything stands before it', () => {
    expect(left('chứ không phải tạm nghỉ')).toBe('chứ không phải tạm nghỉ');
  });
});
