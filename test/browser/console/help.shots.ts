import type { Shot } from './support/shots.ts';

export const shots: readonly Shot[] = [
  {
    name: 'guide',
    path: 'huong-dan',
    show: async (page) => page.getByRole('heading', { name: 'Đổi một mức lệ phí' }).waitFor(),
  },
];
