/**
 * Every sentence that the chat page itself says. What the bot says comes from the server.
 * Plain words for a 70-year-old: short, one thing at a time, "anh/chị".
 */
export const words = {
  page: {
    title: 'Trợ lý Nộp hồ sơ',
    description:
      'Hướng dẫn từng bước nộp hồ sơ trực tuyến: đăng ký khai sinh, đăng ký tạm trú và thủ tục khác tại phường, xã của thành phố Đồng Nai.',
    noScript:
      'Trình duyệt này đang tắt JavaScript nên chưa trò chuyện được với trợ lý. Anh/chị vẫn có thể hỏi hoặc nộp hồ sơ ở đây:',
    noScriptPhone: 'Tổng đài của thành phố Đồng Nai:',
    noScriptPortal: 'Cổng Dịch vụ công quốc gia:',
  },
  header: {
    name: 'Trợ lý Nộp hồ sơ',
    automatic: 'trợ lý tự động',
    city: 'TP. Đồng Nai',
    menu: 'Cài đặt',
    skip: 'Đến ô nhập tin nhắn',
  },
  transcript: {
    label: 'Cuộc trò chuyện',
    bot: 'Trợ lý',
    me: 'Anh/chị',
    earlier: 'Xem tin cũ hơn',
    newest: 'Tin mới',
    typing: 'Trợ lý đang trả lời',
    opening: 'Đang mở cuộc trò chuyện…',
    welcome: 'Xin chào anh/chị',
    welcomeText: 'Anh/chị cần làm giấy tờ gì? Cứ viết bằng lời của mình, có dấu hay không dấu đều được.',
  },
  delivery: {
    sending: 'Đang gửi…',
    waiting: 'Chưa gửi được, sẽ tự gửi lại khi có mạng',
    sent: 'Đã gửi',
    failed: 'Chưa gửi được',
    refused: 'Máy chủ không nhận tin này',
    tooLong: 'Tin dài quá, anh/chị chia ra gửi từng phần giúp nhé',
    retry: 'Gửi lại',
    edit: 'Sửa tin',
  },
  connection: {
    offline: 'Đang mất mạng. Tin anh/chị viết vẫn được giữ, có mạng sẽ tự gửi.',
    slow: 'Kết nối đang chậm, trợ lý vẫn đang thử lại…',
    stuck: 'Chưa kết nối được. Cần gấp, anh/chị gọi tổng đài 0251.1022.',
    back: 'Đã có mạng trở lại.',
  },
  note: {
    lost: 'Cuộc trò chuyện trước đã đóng nên trợ lý mở cuộc mới. Anh/chị cho biết lại việc cần làm nhé.',
  },
  composer: {
    label: 'Tin nhắn của anh/chị',
    placeholder: 'Viết ở đây…',
    send: 'Gửi',
    privacy: 'Đừng gửi số căn cước, mật khẩu hay mã OTP.',
  },
  choices: { label: 'Chọn nhanh' },
  step: {
    number: (number: number, total: number) => `Bước ${number}/${total}`,
    screen: 'Trên màn hình',
    screenAsOf: (date: string) => `Giao diện ghi nhận ngày ${date}`,
    notes: 'Lưu ý',
    outline: (done: number, total: number) => `Các bước của anh/chị (xong ${done}/${total})`,
    outlineTitle: 'Các bước của anh/chị',
    states: { done: 'đã xong', here: 'đang làm', ahead: 'chưa làm' },
  },
  checklist: {
    ready: (ticked: number, total: number) => `Đã chuẩn bị ${ticked}/${total}`,
    kept: 'Dấu tích chỉ lưu trên máy này.',
    notNeeded: 'Không cần nộp',
    depends: 'tuỳ trường hợp',
    askStaff: 'cần hỏi cán bộ',
  },
  facts: { weak: 'nên hỏi lại nơi nhận hồ sơ' },
  sources: {
    summary: 'Căn cứ',
    asOf: (date: string) => `Thông tin tính đến ${date}`,
    weak: 'Thông tin này đã lâu chưa được rà soát, anh/chị nên hỏi lại nơi nhận hồ sơ.',
    newWindow: 'mở trang khác',
  },
  contact: { call: (phone: string) => `Gọi ${phone}` },
  answers: {
    title: (count: number) => `Anh/chị đã trả lời ${count} câu`,
    change: 'Sửa',
    changeOf: (question: string) => `Sửa câu trả lời: ${question}`,
    changeText: (question: string) => `Sửa lại: ${question}`,
  },
  aside: {
    steps: 'Các bước',
    help: 'Cần người giúp?',
    helpText: 'Tổng đài thành phố Đồng Nai',
    portal: 'Nơi nộp hồ sơ',
    portalText: 'Cổng Dịch vụ công quốc gia',
    about:
      'Trợ lý trả lời tự động theo dữ liệu đã có nguồn. Việc nộp và nhận kết quả là trên Cổng Dịch vụ công.',
  },
  settings: {
    title: 'Cài đặt',
    close: 'Đóng',
    size: 'Cỡ chữ',
    sizes: { normal: 'Vừa', large: 'Lớn', larger: 'Rất lớn' },
    conversation: 'Cuộc trò chuyện',
    startOver: 'Bắt đầu lại từ đầu',
    startOverNote: 'Xoá cuộc trò chuyện này khỏi máy và mở cuộc mới.',
    confirm: 'Đúng, xoá và bắt đầu lại',
    keep: 'Không, giữ lại',
    confirmQuestion: 'Xoá cuộc trò chuyện và các dấu tích khỏi máy này?',
    privacy:
      'Cuộc trò chuyện được nhớ trên máy này để lần sau anh/chị làm tiếp. Máy dùng chung thì nên xoá khi xong.',
  },
} as const;
