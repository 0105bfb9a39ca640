/** Words of "lẽ ra phải là …" and of choosing a topic. */
export const teachWords = {
  title: 'Lẽ ra phải là …',
  intro: 'Câu này thành câu mẫu của mục được chọn, ở dạng bản nháp. Người duyệt xem rồi mới phát hành.',
  topic: 'Việc mà người dân hỏi',
  topicFind: 'Gõ tên thủ tục, câu hỏi hoặc điều vướng',
  noTopic: 'Không có mục nào tên như vậy',
  kinds: { procedure: 'Thủ tục', topic: 'Câu hỏi', trouble: 'Điều vướng' },
  aspect: 'Hỏi về phần nào',
  aspectNone: 'Không rõ phần nào',
  phrase: 'Câu mẫu',
  phraseHelp: 'Sửa cho gọn, giữ cách nói của người dân. Bỏ tên người, số nhà, số điện thoại.',
  test: 'Thêm vào bộ câu kiểm tra, để bản nào cũng phải trả lời đúng câu này',
  effect: 'Xem tác động trước khi lưu',
  save: 'Lưu bản nháp',
  cancel: 'Đóng',
  saved: (title: string) => `Đã lưu câu mẫu vào bản nháp của mục “${title}”.`,
  known: (title: string) => `Mục “${title}” đã có câu này rồi. Không cần lưu thêm.`,
  open: 'Mở mục này',
  shared:
    'Mục này dùng chung cả thành phố. Tài khoản của anh/chị chỉ sửa được phần riêng của đơn vị: hãy nhờ quản trị viên cấp tỉnh.',
} as const;
