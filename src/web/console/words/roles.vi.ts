import type { Role } from '#staff/officer.ts';

/** Roles as officers know them. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: 'Người xem', may: 'Xem nội dung, câu hỏi và báo cáo.' },
  answerer: {
    name: 'Người trả lời',
    may: 'Như người xem; thêm trả lời người dân và sửa chủ đề của câu hỏi.',
  },
  editor: { name: 'Người soạn', may: 'Như người trả lời; thêm soạn và sửa nội dung, gửi đi duyệt.' },
  approver: { name: 'Người duyệt', may: 'Như người soạn; thêm duyệt, phát hành và khôi phục.' },
  'unit-administrator': {
    name: 'Quản trị đơn vị',
    may: 'Như người duyệt; thêm mời người, cấp quyền trong đơn vị.',
  },
  'province-administrator': {
    name: 'Quản trị thành phố',
    may: 'Làm được mọi việc ở mọi phường, xã và phần dùng chung.',
  },
};
