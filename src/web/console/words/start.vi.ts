/** The first page after signing in. */
export const startWords = {
  title: 'Trang đầu',
  hello: (name: string) => `Chào ${name}`,
  more: 'Anh/chị muốn làm gì?',
} as const;
