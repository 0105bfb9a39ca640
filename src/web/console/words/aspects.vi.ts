import type { Aspect } from '#knowledge/schema/ids.ts';

/** What about a matter is asked, as officers know it. */
export const aspectWords: Readonly<Record<Aspect, string>> = {
  'ho-so': 'Giấy tờ cần có',
  'le-phi': 'Lệ phí',
  'thoi-han': 'Thời hạn',
  'noi-nop': 'Nơi nộp',
  'cach-nop-online': 'Cách nộp trực tuyến',
  'dieu-kien': 'Điều kiện',
  'loi-su-co': 'Lỗi, sự cố',
  'trang-thai': 'Trạng thái hồ sơ',
  'nguoi-khac-nop-ho': 'Người khác nộp thay',
  'ket-qua': 'Kết quả',
  khac: 'Việc khác',
};
