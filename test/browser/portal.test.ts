import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean, faultsIn, type Found } from './support/axe.ts';
import { chromiumPath, launchBrowser, newDevice, watchFaults } from './support/browser.ts';
import { chatPage } from './support/chat-page.ts';
import { startRealServer, type RealServer } from './support/real-server.ts';

const window = { width: 1024, height: 768 };

// Real timers and a server of its own on a machine that may be busy.
describe.skipIf(chromiumPath === null)('what stands around the chat (needs chromium)', { retry: 1 }, () => {
  let browser: Browser;
  let server: RealServer;
  let portal: Server;
  let portalUrl: string;

  beforeAll(async () => {
    portal = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      // Of another origin, and as hostile as a page's styles can be.
      response.end(
        `<!doctype html><style>* { display: none !important; font-size: 3px !important } html, body, p { display: block !important }</style><p>Cổng</p><script src="${server.url}/widget.js" data-unit="25333" async></script>`,
      );
    });
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    portalUrl = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
    server = await startRealServer({ ALLOWED_ORIGINS: portalUrl });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    portal.close();
    await browser.close();
    await server.stop();
  });

  const open = async (url: string, more: { scripts?: boolean; size?: typeof window } = {}) => {
    const context =
      more.scripts === false
        ? await browser.newContext({ javaScriptEnabled: false })
        : await newDevice(browser, more.size ?? window);
    const page = await context.newPage();
    const faults = watchFaults(page);
    const answer = await page.goto(url);
    return { context, page, faults, answer };
  };

  it('one tag opens the chat by keyboard on a page of another site whose styles hide everything, and leaves no cookie', async () => {
    const { context, page, faults } = await open(portalUrl);
    const host = page.locator('nop-ho-so-chat');
    await host.waitFor({ state: 'attached' });
    // The shadow root is closed: she sees it, scripts and styles of the page do not.
    expect(await page.evaluate("document.querySelector('nop-ho-so-chat').shadowRoot")).toBeNull();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.frames().length).toBe(2);
    await expect.poll(() => page.frames()[1]?.url(), { timeout: 20_000 }).toContain('unit=25333');
    await page.frames()[1]?.getByRole('textbox').waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  /** The portal's page with the chat open by keyboard; its shadow root is opened for the test, to look inside. */
  const opened = async (size: typeof window) => {
    const context = await newDevice(browser, size);
    await context.addInitScript(
      'const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { return attach.call(this, { mode: "open" }); };',
    );
    const page = await context.newPage();
    const faults = watchFaults(page);
    await page.goto(portalUrl);
    const button = page.getByRole('button', { name: 'Hỏi về hồ sơ' });
    await button.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const frame = page.frameLocator('nop-ho-so-chat iframe');
    await frame.getByRole('textbox').waitFor();
    // The script has taken over.
    await frame.getByRole('button', { name: 'Cài đặt' }).waitFor();
    const focused = () =>
      page.evaluate(
        'document.activeElement.shadowRoot && document.activeElement.shadowRoot.activeElement.className',
      );
    return { context, page, faults, frame, panel: page.locator('nop-ho-so-chat .panel'), focused };
  };

  it('Esc closes it from inside the frame, and the focus goes back to what opened it', async () => {
    const { context, page, faults, frame, panel, focused } = await opened(window);
    await frame.getByRole('button', { name: 'Cài đặt' }).click();
    await frame.getByRole('dialog').waitFor();
    // A dialog inside takes the first Esc for itself.
    await page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await panel.isVisible()).toBe(true);
    await frame.getByRole('textbox').focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused()).toBe('open');
    await page.keyboard.press('Enter');
    await panel.waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes the whole of a small screen, and gives it back', async () => {
    const size = { width: 360, height: 640 };
    const { context, page, faults, panel, focused } = await opened(size);
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, ...size });
    const sideways = await page.frames()[1]?.evaluate('document.documentElement.scrollWidth');
    expect(sideways).toBe(size.width);
    const close = page.getByRole('button', { name: 'Đóng', exact: true });
    expect((await close.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await close.click();
    await panel.waitFor({ state: 'hidden' });
    expect(await focused()).toBe('open');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the example page runs under a strict policy', async () => {
    const { context, page, faults } = await open(`${server.url}/example.html`);
    await page.locator('nop-ho-so-chat').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Mở trợ lý từ một đường dẫn' }).click();
    await expect.poll(() => page.frames().length).toBe(2);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a site that is not on the list cannot frame it', async () => {
    const answer = await fetch(`${server.url}/u/an-loc`);
    expect(answer.headers.get('content-security-policy')).toContain(
      `frame-ancestors 'self' ${portalUrl};`.replace(';', ''),
    );
    const refused = await fetch(`${server.url}/api/portal/token`, {
      method: 'POST',
      headers: { origin: 'https://other.example.invalid', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(refused.status).toBe(403);
  });

  it('without script every procedure can be read, and the ward page leads there', async () => {
    const { context, page } = await open(`${server.url}/u/binh-long`, { scripts: false });
    expect(await page.title()).toContain('Phường Bình Long');
    await page.getByRole('link', { name: 'Tất cả thủ tục' }).click();
    await page.getByRole('link', { name: 'Đăng ký tạm trú', exact: true }).click();
    const text = await page.locator('main').innerText();
    for (const part of ['Giấy tờ', 'Lệ phí', 'Bước 1/', 'Nguồn', '0251.1022']) expect(text).toContain(part);
    const data: unknown = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
    );
    expect(data).toMatchObject({ '@type': 'GovernmentService', name: 'Đăng ký tạm trú' });
    await context.close();
  });

  it('every procedure has a page, every page of the sitemap exists', async () => {
    const sitemap = await (await fetch(`${server.url}/sitemap.xml`)).text();
    const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThan(100);
    for (const url of urls) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    expect((await fetch(`${server.url}/thu-tuc/khong-co`)).status).toBe(404);
    expect((await fetch(`${server.url}/u/25326`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/u/binh-long',
    );
    expect(await (await fetch(`${server.url}/robots.txt`)).text()).toContain('/sitemap.xml');
  });

  it.each([
    ['light, 360 px', { width: 360, height: 640 }, false],
    ['dark, 1280 px', { width: 1280, height: 800 }, true],
  ] as const)('no page around the chat has a fault that axe finds: %s', async (_, size, dark) => {
    const context = await newDevice(browser, size, { dark });
    const page = await context.newPage();
    const found: Record<string, Found> = {};
    const look = async (state: string) => (found[state] = await faultsIn(chatPage(page)));
    for (const path of ['/thu-tuc', '/thu-tuc/dang-ky-tam-tru', '/thu-tuc/khong-co']) {
      await page.goto(server.url + path);
      await look(path);
    }
    await page.goto(`${server.url}/u/an-loc?lang=en`);
    await chatPage(page).sees('What do you need to do?');
    await look('English');
    await page.goto(`${server.url}/u/binh-long`);
    await chatPage(page).sees('Anh/chị cần làm việc gì?');
    await chatPage(page).say('đăng ký tạm trú');
    await chatPage(page).tap('Bắt đầu từng bước');
    await chatPage(page).sees(/Bước 1\//);
    await page.locator('.top .icon-button').click();
    await page.getByRole('button', { name: 'Mang theo' }).click();
    await page.locator('.take-slip').waitFor();
    await look('slip and code');
    await page.goto(`${server.url}/kiosk/binh-long`);
    await chatPage(page).sees('Anh/chị cần làm việc gì?');
    await look('shared screen');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, clean])));
    await context.close();
  });

  it('the bar of the shared screen speaks the language of the chat, and the next one is spoken to in Vietnamese', async () => {
    const kiosk = await open(`${server.url}/kiosk/25326`, { size: { width: 1080, height: 1400 } });
    const { page } = kiosk;
    await chatPage(page).sees(/Chào|Xin chào/);
    await chatPage(page).say('English');
    await page.getByRole('button', { name: 'Take it to your phone' }).waitFor();
    expect(await page.locator('.kiosk-bar').getAttribute('aria-label')).toBe('Shared screen');
    await page.getByRole('button', { name: 'Done, delete all' }).click();
    await page.getByRole('button', { name: 'Mang về điện thoại' }).waitFor();
    expect(kiosk.faults).toEqual([]);
    await kiosk.context.close();
  });

  it('from the shared screen to her phone by the code, and the screen forgets by itself', async () => {
    const kiosk = await open(`${server.url}/kiosk/25326?quiet=5&countdown=5`, {
      size: { width: 1080, height: 1400 },
    });
    const screen = chatPage(kiosk.page);
    await screen.sees(/Chào|Xin chào/);
    await screen.say('đăng ký tạm trú');
    await screen.tap('Bắt đầu từng bước');
    await screen.sees(/Bước 1\//);
    await kiosk.page.getByRole('button', { name: 'Mang về điện thoại' }).click();
    const code = (await kiosk.page.locator('.take-code').textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await kiosk.page.locator('.take-qr').isVisible()).toBe(true);
    expect(await kiosk.page.locator('.take-slip').innerText()).toContain('Bình Long');
    await kiosk.page.getByRole('button', { name: 'Đóng', exact: true }).click();

    const phone = await open(`${server.url}/u/binh-long#tiep=${code}`, { size: { width: 360, height: 640 } });
    await chatPage(phone.page).sees('đã sang đây');
    expect(phone.page.url()).not.toContain('tiep');

    await expect.poll(async () => kiosk.page.locator('.mine').count(), { timeout: 40_000 }).toBe(0);
    expect(await kiosk.context.storageState()).toMatchObject({ cookies: [], origins: [] });
    expect(kiosk.faults).toEqual([]);
    expect(phone.faults).toEqual([]);
    await kiosk.context.close();
    await phone.context.close();
  });
});
