import { describe, expect, it } from 'vitest';
import { mask } from '#privacy/mask.ts';
import { newCode, readCode } from './code.ts';

describe('codes that carry a conversation elsewhere', () => {
  it('are eight signs of 31, read again however they are typed', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 300; index += 1) {
      const code = newCode();
      seen.add(code);
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      const plain = code.replace('-', '');
      for (const typed of [
        code,
        plain,
        plain.toLowerCase(),
        code.replace('-', ' '),
        `mã ${code}`,
        `Tiếp tục ${plain}`,
      ])
        expect(readCode(typed)).toBe(code);
      expect(mask(code)).toEqual({ text: code, masked: [] });
    }
    expect(seen.size).toBe(300);
  });

  it.each([
    'làm giấy khai sinh',
    'thue 2345',
    'giay2345',
    '12345678',
    'khaisinh',
    'H19-2345',
    'đăng ký tạm trú 2026',
    'K7M2-Q9PX nhưng không được',
    '',
  ])('%s is no code', (text) => {
    expect(readCode(text)).toBeNull();
  });
});
