import type { Outcome } from '#knowledge/schema/ids.ts';

/** What the bot made of a question, as officers know it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  answer: 'Trả lời',
  offer: 'Mời làm thủ tục',
  clarify: 'Hỏi lại',
  smalltalk: 'Chào hỏi',
  handover: 'Chỉ người giúp',
  redirect: 'Chỉ sang nơi khác',
  safety: 'Cảnh báo an toàn',
  refuse: 'Từ chối lịch sự',
  unclear: 'Chưa hiểu',
};

/** Fields of facts, by the middle of their key. */
export const factFieldWords: Readonly<Record<string, string>> = {
  documents: 'Giấy tờ',
  fee: 'Lệ phí',
  time: 'Thời hạn',
  place: 'Nơi nộp',
  steps: 'Bước làm',
  result: 'Kết quả',
  conditions: 'Điều kiện',
  onBehalf: 'Người khác nộp thay',
  exemptions: 'Miễn, giảm',
  checks: 'Cần kiểm tra',
  validity: 'Thời hạn dùng',
  penalties: 'Mức phạt',
  contact: 'Liên hệ',
  topic: 'Câu trả lời',
  trouble: 'Cách gỡ vướng',
  safety: 'Cảnh báo',
  state: 'Trạng thái',
  return: 'Lý do trả hồ sơ',
  'side-route': 'Việc bên cạnh',
};
