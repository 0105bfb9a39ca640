/** What the publishing room says to officers in a fixed place. Faults are said by `fault-words.vi.ts`. */
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
  /** The figures that a publication is held to. */
  good: {
    top1: 'hiểu đúng ngay',
    safety: 'báo nguy hiểm',
    'right-outcome': 'trả lời hoặc hỏi lại đúng',
  },
  bad: {
    'confident-wrong': 'trả lời nhầm mà tỏ ra chắc chắn',
    'out-answered': 'trả lời điều ngoài phạm vi',
  },
  worse: (slice: string, figure: string, was: string, is: string): string =>
    `Nhóm câu "${slice}": tỷ lệ ${figure} từ ${was} thành ${is}.`,
  links: {
    unreadable: 'Đường dẫn không đọc được.',
    notHttps: 'Đường dẫn phải bắt đầu bằng https://.',
    password: 'Đường dẫn không được chứa tên đăng nhập hay mật khẩu.',
    notPublic: 'Đường dẫn phải là địa chỉ một trang công khai, không phải số máy hay cổng riêng.',
    notOfficial: (host: string): string =>
      `Nguồn chính thức phải ở trang .gov.vn; "${host}" không phải. Chọn loại nguồn khác hoặc sửa đường dẫn.`,
  },
  stillRight: (by: string): string => `Vẫn đúng, theo: ${by}`,
  cityContacts: 'Đầu mối liên hệ dùng chung toàn thành phố',
};
