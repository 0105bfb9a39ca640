const quoted = (text: string): string => `“${text}”`;
const either = (texts: readonly string[]): string => texts.map(quoted).join(' hoặc ');

/** Conditions as officers read and choose them. */
export const conditionWords = {
  always: 'Ai cũng cần',
  askStaff: 'Tùy trường hợp, cán bộ xem từng hồ sơ',
  conditional: 'Chỉ một số trường hợp',
  never: 'Mọi trường hợp',
  when: (text: string) => `Khi ${text}`,
  and: ' và ',
  or: ' hoặc ',
  not: (text: string) => `không phải ${text}`,
  answer: (question: string, options: readonly string[]) => `${quoted(question)} là ${either(options)}`,
  channel: (name: string) => `nộp ${name}`,
  channels: { online: 'trực tuyến', counter: 'tại quầy', postal: 'qua bưu điện' },
  units: (names: readonly string[]) => `nộp tại ${names.join(' hoặc ')}`,
  date: (from: string | null, to: string | null) =>
    [from === null ? '' : `từ ngày ${from}`, to === null ? '' : `đến hết ngày ${to}`]
      .filter(Boolean)
      .join(' '),
  kinds: {
    q: 'Câu trả lời của người dân',
    channel: 'Cách nộp',
    date: 'Ngày nộp',
    unit: 'Nơi nộp',
    all: 'Tất cả các điều sau',
    any: 'Một trong các điều sau',
    not: 'Trừ trường hợp',
  },
  kind: 'Loại điều kiện',
  question: 'Câu hỏi',
  options: 'Câu trả lời là',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  unit: 'Phường, xã',
  add: 'Thêm điều kiện',
  remove: 'Bỏ điều kiện này',
  noQuestions: 'Thủ tục này chưa có câu hỏi nào. Hãy thêm ở phần “Câu hỏi” trước.',
  reads: 'Đọc là:',
  unfinished: 'Điều kiện chưa chọn xong.',
} as const;
