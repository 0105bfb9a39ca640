import type { Page } from 'playwright-core';
import type { Shot } from './support/shots.ts';

const greeted = async (page: Page) => page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor();

export const shots: readonly Shot[] = [
  { name: 'start', path: '25326', show: greeted },
  { name: 'start-province', path: 'base', as: 'province', show: greeted },
  {
    name: 'menu-open',
    path: '25326',
    show: async (page) => {
      await greeted(page);
      const open = page.getByRole('button', { name: 'Mở mục lục' });
      if (await open.isVisible()) await open.click();
    },
  },
  {
    name: 'units-open',
    path: 'base',
    as: 'province',
    show: async (page) => {
      await greeted(page);
      await page.getByRole('combobox', { name: 'Đơn vị đang chọn' }).click();
    },
  },
];
