/** Words of the screen at the one-stop desk. */
export const words = {
  bar: 'Máy dùng chung',
  phone: 'Mang về điện thoại',
  finish: 'Xong, xóa hết',
  still: 'Anh/chị còn ở đây không?',
  forgets: 'Máy này dùng chung. Sau mấy giây nữa cuộc trò chuyện sẽ được xóa:',
  stay: 'Tôi vẫn đang dùng',
  seconds: 'giây',
} as const;
