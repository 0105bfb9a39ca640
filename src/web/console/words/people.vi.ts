/** Who works here, and what they may. */
export const peopleWords = {
  title: 'Cán bộ',
  intro: 'Ai vào được trang quản trị của đơn vị này, và được làm gì.',
  introProvince: 'Mọi tài khoản của thành phố. Muốn cấp quyền ở một phường, xã: chọn đơn vị đó ở đầu trang.',
  invite: 'Mời cán bộ',
  person: 'Người',
  role: 'Quyền',
  roleHere: 'Quyền ở đây',
  second: 'Mã trên điện thoại',
  secondOn: 'Đã cài',
  secondOff: 'Chưa cài',
  lastIn: 'Vào gần nhất',
  never: 'Chưa vào lần nào',
  disabled: 'Đã khóa',
  more: 'Việc khác',
  moreOf: (name: string) => `Việc với ${name}`,
  empty: 'Đơn vị này chưa có ai. Bấm “Mời cán bộ” để thêm người đầu tiên.',
  you: 'Anh/chị',
  elsewhere:
    'Có quyền ở đơn vị khác: chỉ người quản trị thành phố đặt lại được mật khẩu và khóa tài khoản này.',

  actions: {
    role: 'Đổi quyền',
    link: 'Tạo đường dẫn đặt lại mật khẩu',
    phone: 'Gỡ mã trên điện thoại đã mất',
    sessions: 'Đóng mọi phiên',
    disable: 'Khóa tài khoản',
    enable: 'Mở khóa tài khoản',
  },
  asks: {
    phone: {
      title: (name: string) => `Gỡ mã trên điện thoại của ${name}?`,
      more: 'Chỉ làm khi chắc chắn đúng người đang nhờ, ví dụ gặp mặt. Lần đăng nhập sau, người ấy cài lại trên điện thoại mới.',
      ok: 'Gỡ',
    },
    sessions: {
      title: (name: string) => `Đóng mọi phiên của ${name}?`,
      more: 'Người ấy phải đăng nhập lại trên mọi máy.',
      ok: 'Đóng',
    },
    disable: {
      title: (name: string) => `Khóa tài khoản của ${name}?`,
      more: 'Người ấy không vào được nữa. Những gì đã làm vẫn còn trong nhật ký. Mở khóa lại được bất cứ lúc nào.',
      ok: 'Khóa',
    },
    enable: {
      title: (name: string) => `Mở khóa tài khoản của ${name}?`,
      more: 'Người ấy lại vào được bằng mật khẩu cũ.',
      ok: 'Mở khóa',
    },
  },
  cancel: 'Thôi',
  done: {
    role: 'Đã đổi quyền.',
    phone: 'Đã gỡ mã trên điện thoại.',
    sessions: 'Đã đóng mọi phiên.',
    disable: 'Đã khóa tài khoản.',
    enable: 'Đã mở khóa tài khoản.',
    withdrawn: 'Đã rút lời mời.',
  },

  changing: {
    title: (name: string) => `Quyền của ${name}`,
    where: (unit: string) => `Ở ${unit}`,
    none: 'Không có quyền',
    noneMore: 'Không vào được phần của đơn vị này nữa.',
    save: 'Lưu quyền',
    needsPhone: 'Quyền này bắt buộc cài mã trên điện thoại ở lần đăng nhập sau.',
  },

  inviting: {
    title: 'Mời cán bộ',
    name: 'Họ và tên',
    email: 'Thư điện tử',
    emailHelp: 'Người ấy dùng để đăng nhập. Trang này không gửi thư.',
    units: 'Đơn vị',
    unitsMissing: 'Hãy chọn ít nhất một đơn vị.',
    make: 'Tạo đường dẫn mời',
  },
  link: {
    invite:
      'Gửi đường dẫn này cho người được mời, ví dụ qua Zalo của người ấy. Ai có đường dẫn này đều lập được tài khoản, nên đừng gửi vào nhóm.',
    reset:
      'Gửi đường dẫn này cho đúng người, ví dụ qua Zalo của người ấy. Ai có đường dẫn này đều đặt được mật khẩu mới.',
    label: 'Đường dẫn dùng một lần',
    copy: 'Chép đường dẫn',
    copied: 'Đã chép',
    until: (when: string) => `Dùng được một lần, đến ${when}.`,
    once: 'Đường dẫn chỉ hiện ở đây, lúc này. Đóng rồi thì tạo đường dẫn khác.',
    close: 'Xong',
  },

  invitations: {
    title: 'Lời mời đang chờ',
    until: (when: string) => `hết hạn ${when}`,
    withdraw: 'Rút lời mời',
    withdrawOf: (name: string) => `Rút lời mời ${name}`,
  },
} as const;
