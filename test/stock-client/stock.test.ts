import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, newDevice } from '../browser/support/browser.ts';
import { startComposed, type ComposedServer } from './server.ts';
import { hasStockClient, stockRoutes } from './stock-page.ts';

const can = chromiumPath !== null && hasStockClient;

describe.skipIf(!can)(
  'stock botframework-webchat, unchanged (needs chromium and npm ci --prefix test/webchat)',
  { retry: 1 },
  () => {
    let browser: Browser;
    let server: ComposedServer;
    let page: Page;

    beforeAll(async () => {
      server = await startComposed(stockRoutes());
      browser = await launchBrowser();
      page = await (await newDevice(browser, { width: 800, height: 900 })).newPage();
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
    });

    const said = () => page.locator('.webchat__bubble__content').allInnerTexts();
    const write = async (text: string) => {
      const input = page.locator('[data-id="webchat-sendbox-input"]');
      await input.fill(text);
      await input.press('Enter');
    };
    const sees = (text: string | RegExp) =>
      page.locator('.webchat__bubble__content').getByText(text).last().waitFor({ timeout: 30_000 });

    it('is greeted, taps a suggested action, and gets a step', async () => {
      await page.goto(`${server.url}/stock`);
      await sees(/trợ lý tự động/);
      await page.locator('.webchat__suggested-action').first().waitFor();
      await write('đăng ký tạm trú');
      await sees(/tạm trú/);
      await page.locator('.webchat__suggested-action', { hasText: 'Bắt đầu' }).click();
      await sees(/Bước 1\//);
      expect((await said()).join('\n')).toContain('Bước 1/');
    });

    it('shows what can be opened as a card', async () => {
      await write('lệ phí đăng ký tạm trú');
      const card = page.locator('.ac-adaptiveCard, .webchat__adaptive-card-renderer').last();
      await card.waitFor({ timeout: 30_000 });
      expect(await card.getByRole('button').count()).toBeGreaterThan(0);
    });

    it('has the history again after a reload, once and in order', async () => {
      const before = await said();
      await page.reload();
      await sees(/Bước 1\//);
      await expect.poll(said, { timeout: 20_000 }).toEqual(before);
    });

    it('goes on when the connection was away', async () => {
      await page.context().setOffline(true);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await page.context().setOffline(false);
      await expect
        .poll(async () => page.locator('[data-id="webchat-sendbox-input"]').isEnabled(), { timeout: 30_000 })
        .toBe(true);
      await write('xong');
      await sees(/Bước 2\//);
    });
  },
);
