import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchBrowser, newDevice, watchFaults } from './support/browser.ts';
import { chatPage, type ChatPage } from './support/chat-page.ts';
import { startRealServer, type RealServer } from './support/real-server.ts';

const mostMessages = 40;

/** The real server, the real knowledge, a phone of 360 x 640: what a resident can do, done to the end. */
describe.skipIf(chromiumPath === null)('a walk-through in the browser (needs chromium)', () => {
  let server: RealServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startRealServer(), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is completed by tapping only: birth registration', { timeout: 120_000 }, async () => {
    const { chat, faults } = await open();
    await answered(chat);
    await chat.tap('Làm giấy khai sinh cho bé');
    const walked = await walk(chat, (title) => chat.tap(title));
    expect(walked.steps).toEqual(oneToLast(walked.total));
    expect(walked.last).toContain('mã hồ sơ');

    await chat.page.reload();
    await chat.sees('Chúc mừng anh/chị');
    expect(await chat.page.locator('.step').count()).toBeGreaterThanOrEqual(walked.steps.length);
    expect(faults).toEqual([]);
  });

  it(
    'is completed by typing only: temporary residence, without diacritics',
    { timeout: 120_000 },
    async () => {
      const { chat, faults } = await open();
      await answered(chat);
      await chat.say('toi thue tro muon dang ky tam tru');
      const typed: Record<string, string> = {
        'Bắt đầu từng bước': 'bat dau',
        'Phường Bình Long': 'phuong Binh Long',
        Xong: 'xong',
      };
      const walked = await walk(chat, (title) => chat.say(typed[title] ?? '1'));
      expect(walked.steps).toEqual(oneToLast(walked.total));
      expect(walked.last).toContain('mã hồ sơ');
      expect(faults).toEqual([]);
    },
  );

  it('goes on where it was when the server is killed and started again under an open page', async () => {
    const { chat } = await open();
    await answered(chat);
    await chat.say('đăng ký tạm trú');
    await answered(chat);
    await chat.tap('Bắt đầu từng bước');
    await chat.sees(/Bước 1\//);
    const restarted = server.restart();
    await chat.say('lệ phí bao nhiêu');
    await restarted;
    await chat.sees(/Lệ phí đăng ký/);
    await expect.poll(() => chat.page.locator('.mine.sent').count(), { timeout: 30_000 }).toBe(3);
    await answered(chat);
    await chat.page.reload();
    await answered(chat);
    expect(await chat.mine()).toEqual(['đăng ký tạm trú', 'Bắt đầu từng bước', 'lệ phí bao nhiêu']);
  });

  async function open() {
    const device = await newDevice(browser, { width: 360, height: 640 });
    const page = await device.newPage();
    const faults = watchFaults(page);
    await page.goto(server.url);
    return { chat: chatPage(page), faults };
  }
});

/** Answers with the first choice, goes on at each step, until satisfaction is asked. Step numbers in the order seen, N as it was last. */
async function walk(chat: ChatPage, take: (title: string) => Promise<void>) {
  const steps: number[] = [];
  let total = Number.NaN;
  for (let message = 0; message < mostMessages; message++) {
    const offers = await answered(chat);
    const last = await chat.page.locator('.messages > .bot').last().innerText();
    // With a line's end after it: a step, not a question before one.
    const place = /Bước (\d+)\/(\d+)\n/.exec(last);
    if (place !== null) {
      total = Number(place[2]);
      if (steps[steps.length - 1] !== Number(place[1])) steps.push(Number(place[1]));
    }
    if (offers.includes('Hài lòng')) return { steps, total, last };
    const title = ['Xong', 'Bắt đầu từng bước'].find((wanted) => offers.includes(wanted)) ?? offers[0];
    if (title === undefined) throw new Error(`nothing to go on with:\n${last}`);
    await take(title);
  }
  throw new Error(`not through after ${mostMessages} messages; steps seen: ${steps.join(', ')}`);
}

/** Waits for the answer to her last message; the choices under it. */
async function answered(chat: ChatPage): Promise<string[]> {
  await chat.page.locator('.messages > .bot:last-child .offers').waitFor();
  return chat.offers();
}

const oneToLast = (total: number) => Array.from({ length: total }, (_, index) => index + 1);
