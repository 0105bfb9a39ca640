/** Headings and names of the report, for its files and its page. */
export const words = {
  title: (from: string, to: string) => `Báo cáo từ ${from} đến ${to}`,
  help: [
    'Số đếm theo ngày ở Việt Nam, không có tên hay lời của ai.',
    'Kỳ trước: tháng liền trước nếu là trọn một tháng, nếu không thì cùng số ngày ngay trước đó.',
    '"Dừng lại" là số lần vào bước mà trong kỳ chưa thấy đi tiếp.',
  ],
  noUnit: 'Không theo đơn vị',
  hour: (hour: number) => `${String(hour)} giờ`,
  totals: {
    questions: 'Câu hỏi',
    answered: 'Trả lời, mời hướng dẫn',
    clarified: 'Hỏi lại',
    unclear: 'Chưa hiểu',
    handover: 'Chuyển cán bộ',
    helped: 'Bấm "có ích"',
    notHelped: 'Bấm "chưa có ích"',
    wrong: 'Báo "thông tin này sai"',
    begun: 'Bắt đầu hướng dẫn',
    finished: 'Làm xong hướng dẫn',
    stuck: 'Bấm "tôi bị vướng"',
    screenDiffers: 'Bấm "màn hình khác"',
  },
  outcome: {
    answer: 'Trả lời',
    offer: 'Mời hướng dẫn',
    clarify: 'Hỏi lại',
    smalltalk: 'Chào hỏi, cảm ơn',
    handover: 'Chuyển cán bộ',
    redirect: 'Chỉ sang nơi khác',
    safety: 'Cảnh báo',
    refuse: 'Từ chối',
    unclear: 'Chưa hiểu',
  },
  aspect: {
    'ho-so': 'Giấy tờ',
    'le-phi': 'Lệ phí',
    'thoi-han': 'Thời hạn',
    'noi-nop': 'Nơi nộp',
    'cach-nop-online': 'Cách nộp trực tuyến',
    'dieu-kien': 'Điều kiện',
    'loi-su-co': 'Sự cố',
    'trang-thai': 'Tình trạng hồ sơ',
    'nguoi-khac-nop-ho': 'Người khác nộp hộ',
    'ket-qua': 'Kết quả',
    khac: 'Khác',
  },
  channel: {
    portal: 'Trang trò chuyện',
    zalo: 'Zalo',
    messenger: 'Messenger',
    connector: 'Kênh Bot Framework',
    terminal: 'Dòng lệnh',
  },
  reason: {
    wrong: 'Thông tin sai',
    unclear: 'Khó hiểu',
    missing: 'Thiếu điều cần biết',
    'other-matter': 'Không đúng việc đang hỏi',
  },
  tables: {
    tong: {
      name: 'Tổng quát',
      headings: [
        ['Mục', 34],
        ['Kỳ này', 12],
        ['Kỳ trước', 12],
      ],
    },
    ngay: {
      name: 'Theo ngày',
      headings: [
        ['Ngày', 12],
        ['Câu hỏi', 12],
        ['Có ích', 12],
        ['Chưa có ích', 12],
        ['Bắt đầu hướng dẫn', 14],
        ['Làm xong', 12],
      ],
    },
    'ket-qua': {
      name: 'Kết quả',
      headings: [
        ['Bot đã làm gì', 24],
        ['Kỳ này', 12],
        ['Kỳ trước', 12],
      ],
    },
    'chu-de': {
      name: 'Chủ đề',
      headings: [
        ['Chủ đề', 50],
        ['Mã', 34],
        ['Kỳ này', 10],
        ['Kỳ trước', 10],
        ['Hỏi lại, chưa hiểu', 14],
        ['Có ích', 10],
        ['Chưa có ích', 12],
      ],
    },
    'khia-canh': {
      name: 'Hỏi về',
      headings: [
        ['Hỏi về', 24],
        ['Kỳ này', 12],
        ['Kỳ trước', 12],
      ],
    },
    kenh: {
      name: 'Kênh',
      headings: [
        ['Kênh', 24],
        ['Kỳ này', 12],
        ['Kỳ trước', 12],
      ],
    },
    'don-vi': {
      name: 'Đơn vị',
      headings: [
        ['Đơn vị', 30],
        ['Mã', 10],
        ['Kỳ này', 12],
        ['Kỳ trước', 12],
      ],
    },
    gio: {
      name: 'Giờ trong ngày',
      headings: [
        ['Giờ', 12],
        ['Câu hỏi', 12],
      ],
    },
    'thu-tuc': {
      name: 'Hướng dẫn từng bước',
      headings: [
        ['Thủ tục', 50],
        ['Mã', 34],
        ['Bắt đầu', 10],
        ['Kỳ trước', 10],
        ['Làm xong', 10],
        ['Kỳ trước (xong)', 12],
        ['Xem giấy tờ', 12],
        ['Dừng lại', 10],
      ],
    },
    buoc: {
      name: 'Từng bước',
      headings: [
        ['Thủ tục', 46],
        ['Bước', 34],
        ['Vào bước', 10],
        ['Dừng lại', 10],
        ['Bấm "bị vướng"', 12],
        ['Xem sự cố', 10],
        ['Xem đến lần thứ ba', 12],
        ['Nói "chưa hiểu"', 12],
        ['Màn hình khác', 12],
        ['Màn hình giống', 12],
        ['Gặp cán bộ', 10],
      ],
    },
    'su-co': {
      name: 'Sự cố',
      headings: [
        ['Sự cố', 50],
        ['Mã', 30],
        ['Đã chỉ cách', 12],
        ['Đã được', 10],
        ['Vẫn vướng', 10],
        ['Hỏi việc khác', 12],
        ['Dừng lại', 10],
      ],
    },
    'ly-do': {
      name: 'Vì sao chưa có ích',
      headings: [
        ['Lý do', 34],
        ['Số lần', 10],
      ],
    },
  },
} as const satisfies {
  readonly tables: Readonly<
    Record<string, { readonly name: string; readonly headings: readonly (readonly [string, number])[] }>
  >;
  readonly [key: string]: unknown;
};
