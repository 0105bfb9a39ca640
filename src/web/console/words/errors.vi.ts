/** What officers are told when a call fails; by the server's code, else by its status. */
export const errorWords: {
  readonly byCode: Readonly<Record<string, string>>;
  readonly byStatus: Readonly<Record<number, string>>;
  readonly unknown: string;
} = {
  byCode: {
    OFFLINE: 'Không nối được với máy chủ. Hãy kiểm tra mạng; những gì anh/chị đã nhập vẫn còn trên máy này.',
    ANSWER_UNREADABLE: 'Máy chủ trả lời một điều trang này không hiểu. Hãy tải lại trang.',
    SignInRefused: 'Thư điện tử hoặc mật khẩu không đúng.',
    CodeRefused: 'Mã không đúng hoặc đã dùng rồi. Hãy chờ mã mới trên điện thoại rồi nhập lại.',
    SecondFactorNeeded: 'Vai trò này cần thêm một lớp bảo vệ: mã trên điện thoại.',
    LockedOut: 'Đã nhập sai nhiều lần. Hãy chờ một lúc rồi thử lại.',
    CrossSite: 'Yêu cầu này không đến từ trang quản trị nên bị từ chối.',
    LinkInvalid: 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Hãy xin người quản trị một đường dẫn mới.',
    PasswordWeak: 'Mật khẩu này dễ đoán. Hãy chọn mật khẩu khác.',
    AccountExists: 'Thư điện tử này đã có tài khoản.',
    GrantTooHigh:
      'Việc này vượt quá quyền của anh/chị: không ai cấp, bỏ hay sửa được quyền cao hơn của mình.',
    LastAdministrator: 'Phải còn ít nhất một quản trị viên cấp tỉnh. Hãy thêm người khác trước.',
    Unauthorized: 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    Forbidden: 'Tài khoản của anh/chị không được làm việc này ở đơn vị đang chọn.',
    OriginNotAllowed: 'Yêu cầu này không đến từ trang quản trị nên bị từ chối.',
    Conflict: 'Người khác vừa sửa mục này. Hãy xem hai bản rồi chọn.',
    NotFound: 'Không tìm thấy. Có thể mục này đã bị gỡ hoặc đường dẫn sai.',
    BadSyntax: 'Có ô nhập chưa đúng. Hãy xem các ô được đánh dấu.',
    MessageSizeTooBig: 'Nội dung gửi lên quá lớn.',
    RateLimited: 'Anh/chị thao tác quá nhanh. Hãy chờ một lát rồi thử lại.',
    KnowledgeInvalid: 'Nội dung còn lỗi nên chưa dùng được. Hãy xem các ô được đánh dấu.',
    NotReady: 'Máy chủ đang khởi động. Hãy thử lại sau ít giây.',
    StoreUnavailable: 'Máy chủ chưa ghi được dữ liệu. Hãy thử lại sau ít giây.',
  },
  byStatus: {
    400: 'Có ô nhập chưa đúng. Hãy xem lại.',
    401: 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    403: 'Tài khoản của anh/chị không được làm việc này.',
    404: 'Không tìm thấy.',
    409: 'Người khác vừa sửa mục này. Hãy tải lại để xem bản mới.',
    413: 'Nội dung gửi lên quá lớn.',
    429: 'Anh/chị thao tác quá nhanh. Hãy chờ một lát rồi thử lại.',
    502: 'Máy chủ đang tạm nghỉ. Hãy thử lại sau ít giây.',
    503: 'Máy chủ đang bận hoặc đang khởi động. Hãy thử lại sau ít giây.',
  },
  unknown: 'Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo người quản trị của đơn vị.',
};
