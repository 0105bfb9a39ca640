import type { DoubtKind } from '#insight/review/doubts.ts';

/** Words of the review queue. */
export const reviewWords = {
  title: 'Câu hỏi cần xem',
  intro:
    'Những câu trợ lý chưa trả lời được tốt trong 30 ngày qua, gom theo cách hỏi giống nhau. Chỉ hiện nhóm có từ ba người hỏi trở lên, để không lộ chuyện riêng của ai.',
  kinds: {
    unknown: 'Chưa hiểu',
    'asked-back': 'Phải hỏi lại',
    'rated-bad': 'Người dân chê',
    'asked-twice': 'Hỏi đi hỏi lại',
  } satisfies Readonly<Record<DoubtKind, string>>,
  groups: 'Các nhóm câu hỏi',
  count: (questions: number, people: number) => `${String(questions)} câu, ${String(people)} người`,
  lastAt: (day: string) => `mới nhất ${day}`,
  wordings: 'Người dân viết',
  taken: 'Trợ lý hiểu là',
  takenNothing: 'không hiểu',
  hidden: (count: number) =>
    `Còn ${String(count)} câu nữa ở các nhóm dưới ba người hỏi. Các câu đó được đếm nhưng không hiện.`,
  assign: 'Đây là việc …',
  makeEntry: 'Viết mục mới',
  dismiss: 'Bỏ qua',
  dismissAsk: 'Bỏ qua nhóm này?',
  dismissMore: 'Nhóm chỉ hiện lại khi có thêm ba người hỏi như vậy.',
  dismissed: 'Đã bỏ qua nhóm này.',
  undoNo: 'Thôi',
  wrongTitle: 'Thông tin bị báo sai',
  wrongIntro:
    'Người dân bấm “Thông tin này sai”. Hãy mở mục, kiểm tra với nguồn, rồi sửa, hoặc bấm “Đã kiểm tra, vẫn đúng”.',
  wrongCount: (reports: number, people: number) => `${String(reports)} lần báo, ${String(people)} người`,
  wrongNone: 'Không có thông tin nào bị báo sai.',
  openEntry: 'Mở mục để sửa',
  stillRight: 'Đã kiểm tra, vẫn đúng',
  settled: 'Đã ghi nhận.',
  empty: 'Không có nhóm câu hỏi nào cần xem.',
  emptyMore:
    'Khi có từ ba người hỏi điều trợ lý chưa trả lời được, nhóm đó hiện ở đây. Muốn thử trước, hãy dùng trang Hỏi thử.',
  entryName: 'Tên của mục mới',
  entryNameHelp: 'Ví dụ: xác nhận số nhà. Mục mở ra với câu của người dân làm câu mẫu đầu tiên.',
  entryGo: 'Mở mục mới',
} as const;
