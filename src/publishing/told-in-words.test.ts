import { expect, it } from 'vitest';
import { toldInWords } from './told-in-words.ts';

it.each([
  [
    '~ dang-ky-tam-tru/fee/truc-tuyen (unit 25326): amount was 7000, is now 9000',
    'Lệ phí truc-tuyen (dang-ky-tam-tru, đơn vị 25326): mức từ 7.000 thành 9.000',
  ],
  [
    '~ dang-ky-tam-tru/fee/truc-tuyen: from was null, is now "2026-12-01"',
    'Lệ phí truc-tuyen (dang-ky-tam-tru): ngày bắt đầu từ không có thành 01/12/2026',
  ],
  [
    '+ */topic/xin-chao: {"answer":{"en":"Hello","vi":"Chào anh/chị"}}',
    'Nói thêm: Câu trả lời xin-chao: câu trả lời “Chào anh/chị”',
  ],
  ['- a/documents/b: told before, not in the data any more', 'Không còn nói: Giấy tờ b (a).'],
  ['something else', 'something else'],
])('says %s to officers', (line, said) => {
  expect(toldInWords(line)).toBe(said);
});
