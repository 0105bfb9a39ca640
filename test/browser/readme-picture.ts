/**
 * The picture in the README, taken from the real server with its real knowledge:
 * `node test/browser/readme-picture.ts docs/images/chat.png`.
 */
import { resolve } from 'node:path';
import { launchBrowser, newDevice } from './support/browser.ts';
import { chatPage } from './support/chat-page.ts';
import { startRealServer } from './support/real-server.ts';

const file = resolve(process.argv[2] ?? 'docs/images/chat.png');
const server = await startRealServer();
const browser = await launchBrowser();
try {
  const device = await newDevice(browser, { width: 1280, height: 900 });
  const page = await device.newPage();
  await page.goto(`${server.url}/?unit=25326`);
  const chat = chatPage(page);
  const answered = async () => page.locator('.messages > .bot:last-child .offers').waitFor();
  await answered();
  await chat.say('vợ mình mới sinh, làm giấy khai sinh online sao ad');
  await answered();
  for (const title of ['Bắt đầu từng bước', 'Xong', 'Không có', 'Đã đăng ký']) {
    await chat.tap(title);
    await answered();
  }
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.stop();
}
console.log(file);
