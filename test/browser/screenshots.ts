/**
 * Pictures of the page's states, to be looked at: `node test/browser/screenshots.ts [FOLDER]`, else docs/screenshots.
 * 320, 360, 768 and 1280 px, light and dark; the chat's states against the fake bot, what stands around it against
 * the real server; nothing outside 127.0.0.1.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newDevice } from './support/browser.ts';
import { startFakeServer, type FakeServer } from './support/fake-direct-line.ts';
import { buildPages } from './support/pages.ts';
import { script } from './support/script.ts';
import { takeAround } from './screenshots-around.ts';

const windows = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

type State = readonly [name: string, show: (page: Page, server: FakeServer) => Promise<unknown>];

/** Each goes on from the one before. */
const states: readonly State[] = [
  ['01-greeting', async (page) => page.getByRole('button', { name: 'Đăng ký khai sinh' }).waitFor()],
  [
    '02-offer',
    async (page) => {
      await say(page, 'vợ mình mới sinh, làm giấy khai sinh online sao ad');
      await offered(page, 'Giấy tờ của tôi');
    },
  ],
  [
    '03-question',
    async (page) => {
      await say(page, 'nhánh hỏi');
      await offered(page, 'Tôi không rõ');
    },
  ],
  [
    '04-papers',
    async (page) => {
      await say(page, 'khai sinh');
      await page.getByRole('button', { name: 'Giấy tờ của tôi' }).click();
      await page.locator('.messages').getByRole('checkbox').first().check();
    },
  ],
  [
    '05-wrong',
    async (page) => {
      await page.locator('.wrong summary').last().click();
      await page.locator('.wrong').last().scrollIntoViewIfNeeded();
    },
  ],
  [
    '06-step',
    async (page) => {
      await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
      await page.getByRole('button', { name: 'Xong', exact: true }).click();
      await page.getByText('Bước 2/4').first().waitFor();
    },
  ],
  [
    '07-drawing',
    async (page) =>
      page
        .locator('.picture')
        .last()
        .evaluate((picture) => picture.scrollIntoView()),
  ],
  [
    '08-drawer',
    async (page) => {
      const steps = page.locator('.case-chip');
      // On wide screens the list stands beside the conversation.
      if (await steps.isVisible()) await steps.click();
    },
  ],
  [
    '09-trouble',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Tôi bị vướng' }).click();
      await offered(page, 'Quên mật khẩu VNeID');
    },
  ],
  [
    '10-offline',
    async (page, server) => {
      await page.context().setOffline(true);
      server.dropSockets();
      await say(page, 'tôi không thấy tên phường mình');
      await page.getByText('Đang mất mạng').waitFor();
    },
  ],
  [
    '11-settings',
    async (page) => {
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Cài đặt' }).click();
    },
  ],
  [
    '12-largest',
    async (page) => {
      await page.getByText('Rất lớn').click();
      await page.keyboard.press('Escape');
      await say(page, 'xong 2');
      await page.getByText('Bước 3/4').first().waitFor();
    },
  ],
  ['13-statement', async (page) => page.goto(new URL('/tiep-can.html', page.url()).href)],
];

async function say(page: Page, text: string) {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

async function offered(page: Page, title: string) {
  await page.getByRole('button', { name: title }).last().waitFor();
}

const folder = resolve(process.argv[2] ?? 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const pages = await buildPages();
const browser = await launchBrowser();
let around = 0;
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
  around = await takeAround(browser, folder, windows);
} finally {
  await browser.close();
  pages.remove();
}
console.log(`${folder}: ${windows.length * 2 * states.length + around} pictures`);
