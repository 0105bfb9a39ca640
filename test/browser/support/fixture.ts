import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, newDevice, watchFaults, type Window } from './browser.ts';
import { chatPage, type ChatPage } from './chat-page.ts';
import { startFakeServer, type FakeServer } from './fake-direct-line.ts';
import { buildPages, type BuiltPages } from './pages.ts';
import { script } from './script.ts';

export const phone: Window = { width: 360, height: 640 };

/** Browser, built page and a fresh fake server for each test; at the end of each nothing may have failed inside the page. */
export function useChat() {
  let browser: Browser;
  let pages: BuiltPages;
  let server: FakeServer;
  const devices: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchBrowser(), buildPages()]);
  });
  afterAll(async () => {
    await browser.close();
    pages.remove();
  });
  beforeEach(async () => {
    server = await startFakeServer(pages.folder, script);
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) await device.close();
    await server.close();
    const found = faults.splice(0);
    if (found.length > 0) throw new Error(`inside the page:\n${found.join('\n')}`);
  });

  const device = async (window = phone, more: { dark?: boolean; touch?: boolean } = {}) => {
    const context = await newDevice(browser, window, more);
    devices.push(context);
    return context;
  };
  const tab = async (context: BrowserContext, path = '/'): Promise<ChatPage> => {
    const page = await context.newPage();
    const seen = watchFaults(page);
    page.on('close', () => faults.push(...seen));
    await page.goto(server.url + path);
    return chatPage(page);
  };
  return {
    device,
    tab,
    /** A new device with the page open and the greeting read. */
    open: async (window = phone, more: { dark?: boolean; touch?: boolean } = {}, path = '/') => {
      const chat = await tab(await device(window, more), path);
      await chat.sees('Xin chào');
      return chat;
    },
    server: () => server,
  };
}
