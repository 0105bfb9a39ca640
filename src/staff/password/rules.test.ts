import { describe, expect, it } from 'vitest';
import { weaknessOf } from './rules.ts';

const person = { email: 'thu.ha@binhlong.gov.vn', name: 'Nguyễn Thị Thu Hà' };
const weakness = (password: string): string | null => weaknessOf(password, 12, person);

describe('a password', () => {
  it.each([
    ['ngan qua', 'short'],
    ['matkhau@123456', 'common'],
    ['Mật Khẩu 2026!', 'common'],
    ['M@tKhau#99999', 'common'],
    ['P4ssw0rd!2026', 'common'],
    ['quantri@binhlong', 'common'],
    ['UBND.BinhLong.2026', 'common'],
    ['anhyeuem@1990!', 'common'],
    ['vietnam@@2026', 'common'],
    ['123456789012', 'pattern'],
    ['0987.654.321.0', 'pattern'],
    ['qwertyuiop[]12', 'common'],
    ['lmnopqrstuvw', 'pattern'],
    ['ababababababab', 'pattern'],
    ['hoala1hoala1hoala1', 'pattern'],
    ['aaaabbbbcccc', 'pattern'],
    ['nguyenthithuha@90', 'about-you'],
    ['ThuHa.BinhLong1', 'about-you'],
  ])('%s is refused: %s', (password, why) => {
    expect(weakness(password)).toBe(why);
  });

  it.each([
    'thuyen nan cho khach qua song',
    'Mưa rơi trên mái tôn cũ',
    'bonmua-thaydoi-van-lam-viec',
    'tr0ng-Cay&nuoi-Ca',
    'x7#kQp2!vLm9',
    'con trau vang gam co non',
  ])('%s passes', (password) => {
    expect(weakness(password)).toBeNull();
  });

  it('may not be so long that it keeps the server busy', () => {
    expect(weakness('con trâu '.repeat(40))).toBe('long');
  });

  it('is measured in letters as people see them', () => {
    expect(weaknessOf('ộộộộộộộ'.normalize('NFD'), 12, person)).toBe('short');
  });
});
