import { expect, it } from 'vitest';
import { codesIn, numbersIn } from './numbers-in.ts';

it.each([
  ['8.000 đồng/bản, 1.500.000 đồng', ['8000', '1500000']],
  ['Bước 3/8: nộp trong 60 ngày', ['3', '8', '60']],
  ['cập nhật 10/6/2026, từ 2026-06-10', ['2026-06-10', '2026-06-10']],
  ['tháng 12/2025, đến 2026-02', ['2025-12', '2026-02']],
  ['nộp sau 15:00 hoặc 15h30', ['15:00', '15:30']],
  ['mẫu CT01, gọi 0251.1022', ['0251.1022']],
  ['mã 1.001193. Hết.', ['1.001193']],
  ['2,5 trang', ['2,5']],
  ['không có số', []],
])('reads the numbers of "%s"', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

it('reads the codes of forms', () => {
  expect(codesIn('Tờ khai (mẫu CT01), mẫu TP-HT-2020, NA17 và UBND, VNeID mức 2')).toEqual([
    'CT01',
    'TP-HT-2020',
    'NA17',
  ]);
});
