import type { Choice } from '../sheet.ts';

export const refusals = {
  gone: 'Mục này không còn; tải tệp mới về rồi làm lại.',
  hours: 'Không đọc được giờ làm việc. Viết như "T2–T6: 07:00–11:30, 13:00–17:00".',
  noProcedure: (id: string) => `Không có thủ tục "${id}".`,
  noEntry: (id: string) => `Không có mục "${id}".`,
  noUnit: (id: string) => `Không có đơn vị "${id}".`,
} as const;

export const statuses: readonly Choice[] = [
  { value: 'verified', label: 'đã xác nhận' },
  { value: 'seen-once', label: 'mới thấy một nơi' },
  { value: 'unverified', label: 'chưa xác nhận' },
];

export const outcomeChoices: readonly Choice[] = [
  { value: 'answer', label: 'trả lời' },
  { value: 'offer', label: 'mời hướng dẫn' },
  { value: 'clarify', label: 'hỏi lại' },
  { value: 'smalltalk', label: 'chào hỏi' },
  { value: 'handover', label: 'chuyển cán bộ' },
  { value: 'redirect', label: 'chỉ sang nơi khác' },
  { value: 'safety', label: 'cảnh báo' },
  { value: 'refuse', label: 'từ chối' },
  { value: 'unclear', label: 'chưa hiểu' },
];

export const aspectChoices: readonly Choice[] = [
  { value: 'ho-so', label: 'giấy tờ' },
  { value: 'le-phi', label: 'lệ phí' },
  { value: 'thoi-han', label: 'thời hạn' },
  { value: 'noi-nop', label: 'nơi nộp' },
  { value: 'cach-nop-online', label: 'cách nộp trực tuyến' },
  { value: 'dieu-kien', label: 'điều kiện' },
  { value: 'loi-su-co', label: 'sự cố' },
  { value: 'trang-thai', label: 'tình trạng hồ sơ' },
  { value: 'nguoi-khac-nop-ho', label: 'người khác nộp hộ' },
  { value: 'ket-qua', label: 'kết quả' },
  { value: 'khac', label: 'khác' },
];

export const feeChannels: readonly Choice[] = [
  { value: 'any', label: 'mọi cách nộp' },
  { value: 'online', label: 'trực tuyến' },
  { value: 'counter', label: 'tại quầy' },
  { value: 'postal', label: 'qua bưu điện' },
];

export const unknownAmount: readonly Choice[] = [{ value: 'unknown', label: 'chưa rõ' }];

export const dayKinds: readonly Choice[] = [
  { value: 'holidays', label: 'nghỉ' },
  { value: 'makeUpDays', label: 'làm bù' },
];

export const phraseKinds: readonly Choice[] = [
  { value: 'procedure', label: 'thủ tục' },
  { value: 'faq', label: 'hỏi đáp' },
  { value: 'topic', label: 'chủ đề' },
  { value: 'trouble', label: 'sự cố' },
];

export const sourceKinds: readonly Choice[] = [
  { value: 'law', label: 'văn bản pháp luật' },
  { value: 'official', label: 'trang chính thức' },
  { value: 'ward', label: 'phường, xã' },
  { value: 'press', label: 'báo chí' },
  { value: 'code', label: 'dữ liệu mở' },
  { value: 'memory', label: 'nhớ lại (không dùng để trả lời)' },
];

export const confidences: readonly Choice[] = [
  { value: 'high', label: 'cao' },
  { value: 'medium', label: 'vừa' },
  { value: 'low', label: 'thấp' },
];

export const conditionWords = {
  is: (question: string, answer: string) => `"${question}" là "${answer}"`,
  and: ' và ',
  or: ' hoặc ',
  not: (inner: string) => `không phải (${inner})`,
  channel: { online: 'nộp trực tuyến', counter: 'nộp tại quầy', postal: 'nộp qua bưu điện' },
  from: (day: string) => `từ ngày ${day}`,
  to: (day: string) => `đến ngày ${day}`,
  units: (codes: string) => `ở đơn vị ${codes}`,
  other: 'điều kiện khác (xem ở trang quản trị)',
} as const;
