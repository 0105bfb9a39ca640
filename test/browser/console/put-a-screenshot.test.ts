import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formWords } from '../../../src/web/console/words/kinds.vi.ts';
import { grant, makeOfficer } from '../../support/officers.ts';
import { chatPage } from '../support/chat-page.ts';
import { chromiumPath, watchFaults } from '../support/browser.ts';
import { startRealConsole, type RealConsole } from './support/real-console.ts';

/** The app: that is where residents register a stay. */
const SCREEN = 'Mở Cổng và đăng nhập (VNeID)';
const words = formWords.schematic;
const WAITS = { timeout: 15_000 };
const exactly = { exact: true } as const;

describe.skipIf(chromiumPath === null)('a screenshot in place of a drawing (needs chromium)', () => {
  let house: RealConsole;
  beforeAll(async () => {
    house = await startRealConsole();
  }, 180_000);
  afterAll(() => house.stop(), 60_000);

  it('is chosen, looked at by a second one, and shown to residents', { timeout: 300_000 }, async () => {
    const writes = await makeOfficer(house.database, [grant('editor', 'base')], { name: 'Lê Thị Mới' });
    const looks = await makeOfficer(house.database, [grant('approver', 'base')], { name: 'Phạm Văn Duyệt' });

    const page = await house.signedIn(writes, '/base/noi-dung?loai=schematic');
    const faults = watchFaults(page);
    // What a phone shows: wider than is kept.
    const taken = await page.screenshot({ type: 'png' });
    await page.getByRole('link', { name: SCREEN, ...exactly }).click();
    await page.getByText(words.drawn).waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'man-hinh.png',
      mimeType: 'image/png',
      buffer: taken,
    });
    await expect.poll(() => widthOf(page, words.seen), WAITS).toBe(1200);
    await page.getByLabel(words.alt).fill('Nút Đăng nhập ở góc trên bên phải.');
    await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
    await page.getByRole('button', { name: 'Gửi duyệt', ...exactly }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Gửi', ...exactly })
      .click();
    await page.getByText('Đã gửi duyệt').waitFor();

    const desk = await house.signedIn(looks, '/base/duyet');
    await desk.getByRole('table').getByRole('link', { name: SCREEN }).click();
    await expect.poll(() => widthOf(desk, words.seen), WAITS).toBe(1200);
    await desk.getByRole('button', { name: 'Duyệt', ...exactly }).click();
    await desk.getByRole('link', { name: 'Xem tiến độ đăng' }).click();
    await desk.getByText('Bản 1', exactly).first().waitFor({ timeout: 180_000 });

    const phone = await (await house.device({ width: 390, height: 844 })).newPage();
    const broken = watchFaults(phone);
    await phone.goto(`${house.url}/u/binh-long`);
    const chat = chatPage(phone);
    await chat.say('đăng ký tạm trú');
    await chat.tap('Bắt đầu từng bước');
    for (let asked = 0; asked < 8 && (await phone.locator('.step .picture img').count()) === 0; asked += 1) {
      await phone.locator('.messages > .bot:last-child .offers').waitFor();
      if ((await phone.locator('.step .picture img').count()) > 0) break;
      await chat.tap((await chat.offers())[0] ?? '');
    }
    await phone.locator('.step .picture').scrollIntoViewIfNeeded();
    await expect.poll(() => widthOf(phone, 'Nút Đăng nhập ở góc trên bên phải.'), WAITS).toBe(1200);
    expect(await phone.locator('.step .picture figcaption').innerText()).toContain('Ảnh chụp màn hình ngày');
    expect([...faults, ...broken]).toEqual([]);
  });
});

/** Of the picture itself in px; 0: it is not there, or not read. */
const widthOf = async (page: Page, alt: string): Promise<number> => {
  const picture = page.locator(`img[alt="${alt}"]`);
  if ((await picture.count()) === 0) return 0;
  return await page.evaluate<number>(`document.querySelector('img[alt="${alt}"]').naturalWidth`);
};
