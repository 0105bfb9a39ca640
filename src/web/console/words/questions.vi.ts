/** Words of the page that tells what residents ask. */
export const questionsWords = {
  title: 'Người dân hỏi gì',
  intro:
    'Câu hỏi gõ vào trong 30 ngày qua, theo từng việc. Lời của người dân chỉ hiện khi từ ba người hỏi giống nhau; sau 30 ngày lời được xóa, con số còn lại trong báo cáo.',
  sum: (asked: number, people: number) => `${String(asked)} câu của ${String(people)} người.`,
  empty: 'Chưa có câu hỏi nào trong 30 ngày qua.',
  emptyMore:
    'Khi người dân bắt đầu hỏi, các việc được hỏi nhiều hiện ở đây. Muốn thử trước, hãy dùng trang Hỏi thử.',
  topic: 'Việc',
  none: 'Không nhận ra việc nào',
  count: 'Số câu',
  people: 'Số người',
  outcomes: 'Trợ lý làm gì',
  aspects: 'Hỏi về phần',
  noAspect: 'không rõ phần nào',
  rated: 'Người dân đánh giá',
  helped: (count: number) => `${String(count)} lần có ích`,
  notHelped: (count: number) => `${String(count)} lần chưa giúp được`,
  wrong: (count: number) => `${String(count)} lần báo thông tin sai`,
  notRated: 'chưa có',
  wordings: 'Người dân viết',
  noWordings: 'Chưa có câu nào từ ba người hỏi giống nhau.',
  more: (name: string) => `Xem thêm: ${name}`,
} as const;
