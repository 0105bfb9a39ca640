/**
 * Pictures of the page's main states, to be looked at: `node test/browser/screenshots.ts FOLDER`.
 * 320, 360, 768 and 1280 px, light and dark, against the fake bot; nothing outside 127.0.0.1.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newDevice } from './support/browser.ts';
import { startFakeServer, type FakeServer } from './support/fake-direct-line.ts';
import { buildPages } from './support/pages.ts';
import { script } from './support/script.ts';

const windows = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

type State = readonly [name: string, show: (page: Page, server: FakeServer) => Promise<void>];

/** Each goes on from the one before. */
const states: readonly State[] = [
  ['1-greeting', async (page) => page.getByRole('button', { name: 'Đăng ký khai sinh' }).waitFor()],
  [
    '2-offer',
    async (page) => {
      await page.getByRole('textbox').fill('vợ mình mới sinh, làm giấy khai sinh online sao ad');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Giấy tờ của tôi' }).waitFor();
    },
  ],
  [
    '3-papers',
    async (page) => {
      await page.getByRole('button', { name: 'Giấy tờ của tôi' }).click();
      await page.getByRole('checkbox').first().check();
    },
  ],
  [
    '4-step',
    async (page) => {
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await page.getByRole('button', { name: 'Xong' }).click();
      await page.getByText('Bước 2/4').first().waitFor();
    },
  ],
  [
    '5-outline',
    async (page) => {
      const steps = page.locator('.step').last().locator('summary');
      // On wide screens the list stands beside the conversation.
      if (await steps.isVisible()) await steps.click();
    },
  ],
  [
    '6-offline',
    async (page, server) => {
      await page.context().setOffline(true);
      server.dropSockets();
      await page.getByRole('textbox').fill('tôi không thấy tên phường mình');
      await page.keyboard.press('Enter');
      await page.getByText('Đang mất mạng').waitFor();
    },
  ],
  [
    '7-settings',
    async (page) => {
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Cài đặt' }).click();
    },
  ],
];

const folder = resolve(process.argv[2] ?? '.build/screenshots');
mkdirSync(folder, { recursive: true });
const pages = await buildPages();
const browser = await launchBrowser();
try {
  for (const window of windows) {
    for (const dark of [false, true]) {
      const server = await startFakeServer(pages.folder, script);
      const device = await newDevice(browser, window, { dark });
      const page = await device.newPage();
      await page.goto(server.url);
      for (const [name, show] of states) {
        await show(page, server);
        await page.waitForTimeout(400);
        const file = `${window.width}-${dark ? 'dark' : 'light'}-${name}.png`;
        await page.screenshot({ path: join(folder, file) });
      }
      await device.close();
      await server.close();
    }
  }
} finally {
  await browser.close();
  pages.remove();
}
console.log(`${folder}: ${windows.length * 2 * states.length} pictures`);
