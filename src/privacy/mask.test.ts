import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedKinds } from '#turns/ports.ts';
import { maskKinds } from './kinds.ts';
import { defaultMaskLabels, mask } from './mask.ts';
import { runs } from '../../test/support/fuzz.ts';

const L = defaultMaskLabels;

describe('masking covers', () => {
  it.each([
    ['số cccd của tôi là 079123456789', `số cccd của tôi là ${L['identity-number']}`],
    ['CCCD 079 123 456 789 nhé', `CCCD ${L['identity-number']} nhé`],
    ['cccd 079.123.456.789.', `cccd ${L['identity-number']}.`],
    ['cmnd 271234567', `cmnd ${L['identity-number']}`],
    ['cmnd 271.234.567 cũ', `cmnd ${L['identity-number']} cũ`],
    ['mã OTP là 123456', `mã OTP là ${L.otp}`],
    ['mã xác thực: 1234 5678', `mã xác thực: ${L.otp}`],
    ['ma xac nhan 998877', `ma xac nhan ${L.otp}`],
    ['123456 là otp đúng không', `${L.otp} là otp đúng không`],
    ['mật khẩu: hoa2024', `mật khẩu: ${L.password}`],
    ['mk vneid cua em la Abc@123 ạ', `mk vneid cua em la ${L.password} ạ`],
    ['pass=qwerty', `pass=${L.password}`],
    ['mật khẩu abc123', `mật khẩu ${L.password}`],
    ['gọi 0912345678', `gọi ${L.phone}`],
    ['gọi 0912 345 678 hoặc +84 912 345 678', `gọi ${L.phone} hoặc ${L.phone}`],
    ['0251.3822.456', L.phone],
    ['stk 1234567890 vietcombank', `stk ${L['bank-account']} vietcombank`],
    ['số tài khoản của tôi: 12345678', `số tài khoản của tôi: ${L['bank-account']}`],
    ['thẻ 4111 1111 1111 1111', `thẻ ${L.card}`],
    ['email Nguyen.Van-A@gmail.com.', `email ${L.email}.`],
    ['271234567 0912345678', `${L['identity-number']} ${L.phone}`],
    ['so cmnd la 27 12 34 567', `so cmnd la ${L['identity-number']}`],
    ['cccd O79123456789', `cccd O${L['identity-number']}`],
    ['cccd: 0 7 5 1 9 9 0 1 2 3 4 5', `cccd: ${L['identity-number']}`],
    ['số 0,7,5,1,9,9,0,1,2,3,4,5', `số ${L['identity-number']}`],
    ['075/199/012345', L['identity-number']],
    ['CMND271234567', `CMND${L['identity-number']}`],
    ['bhxh 7512345678', `bhxh ${L['identity-number']}`],
    ['hộ chiếu B1234567', `hộ chiếu B${L['identity-number']}`],
    ['thẻ bhyt GD4757512345678', `thẻ bhyt GD${L['identity-number']}`],
    ['0912,345,678', L.phone],
    ['0912_345_678', L.phone],
    ['đt:0912/345/678', `đt:${L.phone}`],
    ['(+84) 912345678', `([đã che số điện thoại]`],
    ['nó gửi mã 482913', `nó gửi mã ${L.otp}`],
    ['ma xac minh 482913', `ma xac minh ${L.otp}`],
    ['otp: 4829', `otp: ${L.otp}`],
    ['passcode vneid 123456', `passcode vneid ${L.otp}`],
    ['matkhau: abc123', `matkhau: ${L.password}`],
    ['mật khẩu em đặt là Hoa@1990', `mật khẩu em đặt là ${L.password}`],
    ['mật khẩu cấp 2 123456', `mật khẩu cấp 2 ${L.password}`],
    ['mật khẩu vneid là Hoa Lan 123', `mật khẩu vneid là ${L.password}`],
    ['mk la hoalan', `mk la ${L.password}`],
    ['pw: abc', `pw: ${L.password}`],
    ['vcb 0071000123456', `vcb ${L['bank-account']}`],
    ['chuyển vào 5900205123456', `chuyển vào ${L['bank-account']}`],
    ['thẻ atm 9704 3612 3456 7890', `thẻ atm ${L.card}`],
  ])('%s', (said, shown) => {
    expect(mask(said).text).toBe(shown);
  });

  it('text in decomposed Unicode', () => {
    expect(mask('mật khẩu: bimat'.normalize('NFD')).masked).toEqual(['password']);
  });

  it('digits of full width', () => {
    expect(mask('cccd ０７９１２３４５６７８９').masked).toEqual(['identity-number']);
  });

  it('every kind with a label without digits', () => {
    expect(maskKinds).toEqual(maskedKinds);
    for (const label of Object.values(L)) expect(label).toMatch(/^\[[^\d]+\]$/);
  });
});

describe('masking leaves', () => {
  it.each([
    'gọi 0251.1022 hoặc 02511022 hoặc 1900.0368',
    'tổng đài 19000368, 113, 114, 115, 111',
    'thủ tục 1.001193 và 1.001193.000.00.00.H19',
    'hồ sơ H19.12-261122-0001 tới đâu rồi',
    'hồ sơ 000.00.12.H19-261122-0001',
    'ngày 22/11/2026, 22-11-2026, 22.11.2026, 2026-11-22',
    'phí 150.000.000 đồng, 50000đ, 1.500.000, 20k',
    'mã OTP không về ngày 22/11/2026',
    'quên mật khẩu thì làm sao',
    'mật khẩu là gì?',
    'mật khẩu phải có 8 ký tự',
    'tài khoản mức 2 bị khóa',
    'tôi bị kẹt ở bước 3/8',
    'các năm 2024 2025 2026',
    'nghị định 123/2015/NĐ-CP, luật 60/2014/QH13',
    'nhà số 123/45/6 đường Nguyễn Huệ, hẻm 12/34/56/78',
    'thửa 1234 tờ bản đồ 56, diện tích 125.5 m2',
    'sinh 03/04/91, 05/06/92',
    '22112026, 01011990',
    '200000,500000 hay 100,200,300',
    'nộp qua ngân hàng 500000',
    'mã vận đơn EB123456789VN',
    'mã lỗi 500, mã đơn vị 25326, mã hồ sơ 00001234',
    'mã otp có 6 chữ số, gửi 3 lần không về từ 2025',
    'mật khẩu là chữ hay số',
    'mật khẩu: làm sao đổi?',
    'mật khẩu là em quên rồi',
    'mật khẩu cấp 2 bị khóa',
    'mật khẩu đặt 8 ký tự',
    'pass rồi nha',
    'bhyt 5 năm liên tục',
    'từ 7:30-11:30 và 13:00-17:00',
  ])('%s', (said) => {
    expect(mask(said)).toEqual({ text: said, masked: [] });
  });
});

const words = fc.constantFrom(
  'mật khẩu',
  'mk',
  'otp',
  'mã xác thực',
  'stk',
  'tài khoản',
  'là',
  ':',
  '=',
  'ạ',
  'H19.12-261122-0001',
  '1.001193',
  '0251.1022',
  '50.000 đồng',
  'a@b.vn',
  '+84',
  '(',
  ')',
  '\n',
  ...Object.values(L),
);
const numbers = fc
  .integer({ min: 1, max: 20 })
  .chain((n) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join('')),
  );
const messages = fc
  .array(fc.oneof(words, numbers, fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 14 })
  .chain((parts) => fc.constantFrom(' ', '', '. ').map((joint) => parts.join(joint)));

describe('masking, whatever is typed,', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { text } = mask(message);
        expect(mask(text)).toEqual({ text, masked: [] });
      }),
      { numRuns: runs(1000) },
    );
  });

  it('never lets an identity number through', () => {
    const id = fc.integer({ min: 0, max: 99_999_999_999 }).map((n) => `0${String(n).padStart(11, '0')}`);
    const joint = fc.constantFrom('', ' ', '.', '-');
    const prose = fc.constantFrom('', 'cccd ', 'mật khẩu ', 'otp là ', 'sinh ngày 01/02/1990, số ', 'stk: ');
    fc.assert(
      fc.property(id, joint, prose, prose, (digits, between, before, after) => {
        const typed = (digits.match(/.{3}/g) ?? []).join(between);
        const { text, masked } = mask(`${before}${typed} ${after}`);
        expect(masked.length).toBeGreaterThan(0);
        expect(text.replace(/[^\d]/g, '')).not.toContain(digits);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('takes time in proportion to its length', () => {
    const hard = [
      '1 ',
      '0',
      '1.',
      'mk ',
      'mật khẩu là ',
      '@',
      'a@',
      'a.@',
      'otp ',
      '1)(',
      '1.000',
      'h19.1',
      '(',
      L.otp,
    ];
    // Processor time: what else runs on the machine does not count.
    const time = (text: string): number => {
      const began = process.cpuUsage();
      mask(text);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    const best = (piece: string, length: number): number =>
      Math.min(...[1, 2, 3].map(() => time(piece.repeat(Math.ceil(length / piece.length)))));
    // Eight times the length; quadratic would be sixty-four times.
    const slow = hard.filter((piece) => best(piece, 40_000) > Math.max(best(piece, 5000), 2) * 30);
    expect(slow).toEqual([]);
  });
});
