/** Getting in: password, code, one-time links. */
export const signInWords = {
  title: 'Đăng nhập',
  product: 'Trợ lý Nộp hồ sơ – trang quản trị',
  email: 'Thư điện tử',
  password: 'Mật khẩu',
  newPassword: 'Mật khẩu mới',
  signIn: 'Đăng nhập',
  forgotten: 'Quên mật khẩu? Nhờ người quản trị của đơn vị tạo cho anh/chị một đường dẫn đặt lại mật khẩu.',
  missing: {
    email: 'Hãy nhập thư điện tử, ví dụ hoa@example.vn.',
    password: 'Hãy nhập mật khẩu.',
    name: 'Hãy nhập họ và tên.',
    code: 'Hãy nhập mã.',
  },

  second: {
    title: 'Nhập mã trên điện thoại',
    intro: 'Mở ứng dụng xác thực trên điện thoại và nhập 6 số đang hiện.',
    code: 'Mã 6 số',
    enter: 'Tiếp tục',
    lost: 'Không có điện thoại ở đây?',
    recoveryIntro:
      'Nhập một mã dự phòng anh/chị đã cất khi cài đặt. Mỗi mã chỉ dùng được một lần. Nếu không còn mã nào, nhờ người quản trị gỡ lớp bảo vệ cũ để cài lại.',
    recovery: 'Mã dự phòng',
    withPhone: 'Dùng mã trên điện thoại',
    withRecovery: 'Dùng mã dự phòng',
    again: 'Đăng nhập bằng tài khoản khác',
  },

  enrol: {
    title: 'Cài mã trên điện thoại',
    why: 'Người duyệt và người quản trị cần thêm một lớp bảo vệ: ai lấy được mật khẩu của anh/chị vẫn không vào được.',
    step1:
      'Cài một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator hoặc Microsoft Authenticator.',
    confirmPassword: 'Nhập lại mật khẩu để bắt đầu cài.',
    begin: 'Bắt đầu cài',
    step2: 'Mở ứng dụng, chọn thêm tài khoản và quét hình này:',
    qr: 'Hình QR để quét bằng ứng dụng xác thực',
    byHand: 'Không quét được? Nhập khóa này vào ứng dụng:',
    step3: 'Nhập 6 số mà ứng dụng đang hiện:',
    confirm: 'Xác nhận',
    done: 'Đã cài xong',
    codesIntro:
      'Đây là các mã dự phòng. Chúng chỉ hiện một lần. Hãy in ra hoặc chép lại, cất ở nơi an toàn, không để cùng điện thoại.',
    copy: 'Chép các mã',
    copied: 'Đã chép',
    print: 'In',
    kept: 'Tôi đã cất các mã này',
    goOn: 'Vào trang quản trị',
  },

  link: {
    titles: {
      first: 'Tạo người quản trị đầu tiên',
      invite: 'Lập tài khoản của anh/chị',
      reset: 'Đặt lại mật khẩu',
    },
    intros: {
      first:
        'Trang quản trị này chưa có ai. Người lập tài khoản bằng đường dẫn này sẽ quản trị cả thành phố và mời được những người khác.',
      invite: 'Anh/chị được mời vào trang quản trị. Hãy chọn mật khẩu của mình.',
      reset: 'Hãy chọn mật khẩu mới. Các phiên đang mở trên máy khác sẽ bị đóng.',
    },
    name: 'Họ và tên',
    nameHelp: 'Đồng nghiệp thấy tên này ở những gì anh/chị sửa.',
    emailHelp: 'Dùng để đăng nhập. Trang này không gửi thư.',
    make: 'Lập tài khoản',
    reset: 'Đặt mật khẩu',
    gone: 'Đường dẫn không dùng được',
    goneMore:
      'Đường dẫn này đã được dùng hoặc đã hết hạn. Nếu anh/chị đã có tài khoản, hãy đăng nhập. Nếu chưa, xin người quản trị một đường dẫn mới.',
    toSignIn: 'Đến trang đăng nhập',
    until: (when: string) => `Đường dẫn dùng được đến ${when}.`,
  },

  rule: (length: number) =>
    `Ít nhất ${String(length)} ký tự. Một câu vài từ dễ nhớ mà người khác không đoán ra là tốt nhất.`,
  weak: {
    short: (length: number) => `Mật khẩu cần ít nhất ${String(length)} ký tự.`,
    long: 'Mật khẩu dài quá. Hãy dùng dưới 256 ký tự.',
    common: 'Nhiều người dùng mật khẩu này nên rất dễ bị đoán. Hãy chọn một câu khác.',
    pattern: 'Mật khẩu này là dãy phím, dãy số hoặc lặp lại nên dễ bị đoán. Hãy chọn một câu khác.',
    'about-you': 'Mật khẩu này gần như chỉ là tên hoặc thư điện tử của anh/chị. Hãy chọn một câu khác.',
  },
  lockedFor: (wait: string) => `Đã nhập sai nhiều lần. Hãy thử lại sau ${wait}.`,
  seconds: (count: number) => `${String(count)} giây`,
  minutes: (count: number) => `${String(count)} phút`,
  show: 'Hiện mật khẩu',
  hide: 'Ẩn mật khẩu',
} as const;
