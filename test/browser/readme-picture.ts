/**
 * The four pictures of the README, taken from the real server with its real knowledge:
 * `node test/browser/readme-picture.ts [docs/images]`. Says when one is over 150 kB.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newDevice, type Window } from './support/browser.ts';
import { chatPage, type ChatPage } from './support/chat-page.ts';
import { startRealServer } from './support/real-server.ts';

const mostBytes = 150 * 1024;
const folder = resolve(process.argv[2] ?? 'docs/images');
const phone: Window = { width: 360, height: 720 };
const wide: Window = { width: 1280, height: 800 };

const answered = async (page: Page) => page.locator('.messages > .bot:last-child .offers').waitFor();

async function go(chat: ChatPage, ...titles: string[]) {
  for (const title of titles) {
    await chat.tap(title);
    await answered(chat.page);
  }
}

const wish = 'vợ mình mới sinh, làm giấy khai sinh online sao ad';
const toSecondStep = ['Bắt đầu từng bước', 'Xong', 'Không có', 'Đã đăng ký'];

type Picture = readonly [
  name: string,
  window: Window,
  dark: boolean,
  show: (chat: ChatPage) => Promise<void>,
];

const pictures: readonly Picture[] = [
  ['chat', wide, false, async (chat) => go(chat, ...toSecondStep)],
  ['chat-phone', phone, false, async (chat) => go(chat, ...toSecondStep)],
  ['chat-offer', phone, false, async () => undefined],
  [
    'chat-dark',
    phone,
    true,
    async (chat) => {
      await go(chat, ...toSecondStep);
      await chat.page.locator('.case-chip').click();
    },
  ],
];

const server = await startRealServer();
const browser = await launchBrowser();
try {
  for (const [name, window, dark, show] of pictures) {
    const device = await newDevice(browser, window, { dark });
    const page = await device.newPage();
    await page.goto(`${server.url}/?unit=25326`);
    const chat = chatPage(page);
    await answered(page);
    await chat.say(wish);
    await answered(page);
    await show(chat);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    const { size } = statSync(file);
    console.log(`${file} ${Math.round(size / 1024)} kB${size > mostBytes ? ': TOO LARGE' : ''}`);
    await device.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
