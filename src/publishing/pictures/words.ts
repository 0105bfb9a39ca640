/** What the gate says to officers about pictures. */
export const pictureWords = {
  missing: (id: string): string => `${id}: không tìm thấy ảnh đã tải lên. Hãy chọn lại ảnh.`,
};
