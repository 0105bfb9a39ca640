/** What the publishing room says to officers in a fixed place. Faults are said by `plain-faults.ts`. */
export const words = {
  calendar: (year: string): string => `Lịch nghỉ năm ${year}`,
  flow: 'Các bước chung trên Cổng dịch vụ công',
  stages: {
    waiting: 'Đang chờ',
    checking: 'Đang soát nội dung',
    speaking: 'Đang đọc thử mọi câu trả lời có thay đổi',
    training: 'Đang học lại câu mẫu',
    judging: 'Đang hỏi thử bộ câu kiểm tra',
    storing: 'Đang lưu bản mới',
    live: 'Đã đăng',
    refused: 'Không đăng được',
  },
  strange: (mark: string, procedure: string, reply: string): string =>
    `Câu trả lời về "${procedure}" nói "${mark}" mà không mục nào ghi: "${reply}…"`,
  withdrawn: 'Bản nháp đã được rút lại trước khi đăng.',
  overtaken: 'Người khác vừa đăng mục này. Tác giả cần xem lại hai bản.',
  unchanged: 'Không có gì khác với bản đang dùng.',
  restored: (number: number): string => `Quay lại bản số ${String(number)}`,
  upgraded: 'Cập nhật phần mềm: nội dung đã sửa đặt lên nội dung mới kèm theo',
  system: 'hệ thống',
  aside: 'Bản đã sửa không còn khớp với nội dung mới kèm theo phần mềm. Xem lại hai bản rồi gửi duyệt lại.',
  broken: 'Có trục trặc khi đăng; hệ thống sẽ tự thử lại.',
  cityContacts: 'Đầu mối liên hệ dùng chung toàn thành phố',
};
