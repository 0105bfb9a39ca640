import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newDevice, type Window } from './support/browser.ts';
import { chatPage } from './support/chat-page.ts';
import { startRealServer } from './support/real-server.ts';

type Show = (page: Page) => Promise<unknown>;

const answered = (page: Page) => page.locator('.messages > .bot:last-child .offers').waitFor();

/** Begins temporary residence, so that there is a slip. */
async function begin(page: Page) {
  await answered(page);
  await chatPage(page).say('đăng ký tạm trú');
  await answered(page);
  await chatPage(page).tap('Bắt đầu từng bước');
  await page.getByText('Bước 1/').first().waitFor();
}

/** What stands around the chat: English, the slip, the frame on a portal, the shared screen, pages without script. */
const around: readonly (readonly [name: string, path: string, show: Show])[] = [
  [
    '20-english',
    '/u/an-loc?lang=en',
    async (page) => {
      await answered(page);
      await chatPage(page).say('how do I register temporary residence');
      await answered(page);
    },
  ],
  [
    '21-slip',
    '/u/an-loc',
    async (page) => {
      await begin(page);
      await page.locator('.top .icon-button').click();
      await page.getByRole('button', { name: 'Mang theo' }).click();
      await page.locator('.take-code').waitFor();
    },
  ],
  [
    '22-widget',
    '/example.html',
    async (page) => {
      await page.locator('nop-ho-so-chat').waitFor({ state: 'attached' });
      await page.getByRole('link', { name: 'Mở trợ lý từ một đường dẫn' }).click();
      await page.waitForTimeout(3000);
    },
  ],
  ['23-kiosk', '/kiosk/binh-long', begin],
  ['24-procedure', '/thu-tuc/dang-ky-tam-tru', async () => undefined],
];

export async function takeAround(
  browser: Browser,
  folder: string,
  windows: readonly Window[],
): Promise<number> {
  const server = await startRealServer();
  try {
    for (const window of windows) {
      for (const dark of [false, true]) {
        for (const [name, path, show] of around) {
          const device = await newDevice(browser, window, { dark });
          const page = await device.newPage();
          await page.goto(server.url + path);
          await show(page);
          await page.waitForTimeout(400);
          const file = `${window.width}-${dark ? 'dark' : 'light'}-${name}.png`;
          await page.screenshot({ path: join(folder, file) });
          await device.close();
        }
      }
    }
  } finally {
    await server.stop();
  }
  return windows.length * 2 * around.length;
}
