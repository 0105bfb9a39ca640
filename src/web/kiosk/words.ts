import type { Lang } from '../chat/words.ts';

/** Words of the screen at the one-stop desk. */
const vietnamese = {
  bar: 'Máy dùng chung',
  phone: 'Mang về điện thoại',
  finish: 'Xong, xóa hết',
  still: 'Anh/chị còn ở đây không?',
  forgets: 'Máy này dùng chung. Sau mấy giây nữa cuộc trò chuyện sẽ được xóa:',
  stay: 'Tôi vẫn đang dùng',
  seconds: 'giây',
};

const english: typeof vietnamese = {
  bar: 'Shared screen',
  phone: 'Take it to your phone',
  finish: 'Done, delete all',
  still: 'Are you still here?',
  forgets: 'Others use this screen too. In a few seconds this chat will be deleted:',
  stay: 'I am still using it',
  seconds: 'seconds',
};

export const wordsIn: Readonly<Record<Lang, typeof vietnamese>> = { vi: vietnamese, en: english };
