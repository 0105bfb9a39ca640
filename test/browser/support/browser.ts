import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is, or null: then browser tests are skipped by name. Debian: `apt-get install chromium`. */
export const chromiumPath: string | null =
  places.find((place) => place !== undefined && existsSync(place)) ?? null;

export async function launchBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no chromium: install it or set CHROMIUM to its path');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Window {
  readonly width: number;
  readonly height: number;
}

/** A device of its own: storage apart from every other, Vietnamese, quiet. */
export async function newDevice(
  browser: Browser,
  window: Window,
  more: { readonly dark?: boolean; readonly touch?: boolean } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: window,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: more.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: more.touch ?? window.width < 768,
  });
  context.setDefaultTimeout(10_000);
  return context;
}

/** Everything that went wrong inside the page: errors, and whatever the content security policy stopped. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    // A request that fails is what some tests are about; the browser reports each on its own.
    if (
      message.type() === 'error' &&
      !text.includes('Failed to load resource') &&
      !text.includes('WebSocket')
    ) {
      faults.push(text);
    }
  });
  return faults;
}
