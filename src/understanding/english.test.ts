import { describe, expect, it } from 'vitest';
import { readWords } from '../build/read-words.ts';
import { openEnglish } from './english.ts';

const read = openEnglish(readWords('data').lexicon);

describe('English', () => {
  it.each([
    ['I want to register temporary residence', 'đăng ký tạm trú'],
    ['How much is the fee for a marriage certificate?', 'lệ phí bao nhiêu đăng ký kết hôn'],
    ['which papers do I need for birth registration', 'cần giấy tờ gì đăng ký khai sinh'],
    ['How do I register the birth of my daughter?', 'đăng ký khai sinh'],
    ['I forgot my VNeID password', 'quên mật khẩu VNeID'],
    ['I did not receive the OTP', 'không nhận được mã OTP'],
    [
      'my ward is Binh Long, where do I file temporary residence',
      'phường Bình Long nộp ở đâu đăng ký tạm trú',
    ],
  ])('%s says %s', (text, gloss) => {
    expect(read(text, 'vi')).toEqual({ asks: null, gloss });
  });

  it.each([
    'ok',
    'hello',
    'thanks',
    'John Smith',
    'An Loc',
    'upload file pdf bi loi',
    'toi muon dang ky tam tru',
    'lam the nao de the can cuoc on line',
    'dang ky ho kinh doanh shop online',
    'ma otp khong ve, reset password app vneid',
    'Đăng ký tạm trú cần giấy gì',
    '',
    '12345',
  ])('%s is no sign of English', (text) => {
    expect(read(text, 'vi')?.gloss ?? null).toBeNull();
  });

  it.each([
    ['English please', 'en'],
    ['Do you speak English?', 'en'],
    ['nói tiếng anh được không ạ', 'en'],
    ['Tiếng Việt', 'vi'],
    ['tieng viet nhé', 'vi'],
  ])('%s asks for %s', (text, lang) => {
    expect(read(text, 'vi')?.asks).toBe(lang);
  });

  it('takes single words for English only in a conversation in English', () => {
    expect(read('fee', 'vi')).toBeNull();
    expect(read('fee', 'en')?.gloss).toBe('lệ phí bao nhiêu');
    expect(read('hồ sơ tới đâu rồi', 'en')).toBeNull();
  });

  it('a lexicon without English reads none', () => {
    expect(openEnglish({})('English please', 'vi')).toBeNull();
  });
});
