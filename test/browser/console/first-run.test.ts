import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { openSqlite, type Database } from '#store/database.ts';
import { removeHome, startToy, toyHome, type ToyServer } from '../../directline/toy-house.ts';
import { codeNow, PASSWORD } from '../../staff/staff-server.ts';
import { chromiumPath, launchBrowser, newDevice, watchFaults } from '../support/browser.ts';

/** The real server and its real database; nothing of the console is faked. */
describe.skipIf(chromiumPath === null)('the first day of the console (needs chromium)', () => {
  let browser: Browser;
  let pages: string;
  let home: string;
  let database: Database;
  let toy: ToyServer;
  let devices: BrowserContext[] = [];

  beforeAll(async () => {
    pages = mkdtempSync(join(tmpdir(), 'first-run-'));
    await build({
      configFile: fileURLToPath(new URL('../../../src/web/console/vite.config.ts', import.meta.url)),
      build: { outDir: pages },
      mode: 'production',
    });
    browser = await launchBrowser();
    home = toyHome();
    database = openSqlite(join(home, 'data.sqlite'));
    toy = await startToy({ home, parts: { console: pages, database } });
  }, 120_000);
  afterEach(async () => {
    for (const device of devices) await device.close();
    devices = [];
  });
  afterAll(async () => {
    await browser.close();
    await toy.stop();
    removeHome(home);
    rmSync(pages, { recursive: true, force: true });
  });

  async function open(path: string): Promise<{ page: Page; faults: string[] }> {
    const device = await newDevice(browser, { width: 1366, height: 768 });
    devices.push(device);
    const page = await device.newPage();
    const faults = watchFaults(page);
    await page.goto(toy.url + path);
    return { page, faults };
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  async function setUpPhone(page: Page): Promise<{ secret: string; codes: string[] }> {
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await press(page, 'Bắt đầu cài');
    const secret = ((await page.locator('.secret code').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Mã 6 số').fill(codeNow(secret, Date.now()));
    await press(page, 'Xác nhận');
    await page.getByRole('heading', { name: 'Đã cài xong' }).waitFor();
    const codes = await page.locator('.recovery code').allTextContents();
    await page.getByRole('checkbox').check();
    await press(page, 'Vào trang quản trị');
    return { secret, codes };
  }

  it('a link makes the first administrator, who invites an officer, who comes in', async () => {
    const link = new URL(toy.firstLink ?? '');
    const head = await open(link.pathname + link.search);
    await head.page.getByLabel('Họ và tên').fill('Lê Thị Trưởng');
    await head.page.getByLabel('Thư điện tử').fill('truong@example.vn');
    await head.page.getByLabel('Mật khẩu mới').fill('matkhau@2026');
    await press(head.page, 'Lập tài khoản');
    await head.page.getByText('rất dễ bị đoán').waitFor();
    await head.page.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await press(head.page, 'Lập tài khoản');
    const { codes } = await setUpPhone(head.page);
    await head.page.getByRole('heading', { level: 1, name: /Lê Thị Trưởng/ }).waitFor();
    // What opens a door does not stay in the address line.
    expect(head.page.url()).not.toContain('ma=');

    await head.page.goto(`${toy.url}/quan-tri/25326/can-bo`);
    await press(head.page, 'Mời cán bộ');
    await head.page.getByLabel('Họ và tên').fill('Nguyễn Thị Thu Hà');
    await head.page.getByLabel('Thư điện tử').fill('thuha@example.vn');
    await press(head.page, 'Tạo đường dẫn mời');
    const made = new URL(
      await head.page.getByRole('textbox', { name: 'Đường dẫn dùng một lần' }).inputValue(),
    );
    await press(head.page, 'Xong');
    await head.page.getByText('thuha@example.vn').waitFor();

    const officer = await open(made.pathname + made.search);
    await officer.page.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await press(officer.page, 'Lập tài khoản');
    await officer.page.getByRole('heading', { level: 1, name: /Nguyễn Thị Thu Hà/ }).waitFor();
    expect(await officer.page.getByRole('link', { name: 'Cán bộ' }).count()).toBe(0);

    // The next day, without her phone: a recovery code.
    const again = await open('/quan-tri/25326/can-bo');
    await again.page.getByLabel('Thư điện tử').fill('truong@example.vn');
    await again.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await press(again.page, 'Đăng nhập');
    await press(again.page, 'Dùng mã dự phòng');
    await again.page.getByLabel('Mã dự phòng').fill(codes[0] ?? '');
    await press(again.page, 'Tiếp tục');
    // Back where she wanted to go.
    await again.page.getByText('thuha@example.vn').first().waitFor();
    for (const { faults } of [head, officer, again]) expect(faults).toEqual([]);
  }, 120_000);

  it('a session that ends while she types asks for the password over the page, and nothing typed is lost', async () => {
    const { page, faults } = await open('/quan-tri/dang-nhap');
    await page.getByLabel('Thư điện tử').fill('thuha@example.vn');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Thu Hà/ }).waitFor();
    await page.goto(`${toy.url}/quan-tri/tai-khoan`);
    await page.getByLabel('Họ và tên').fill('Nguyễn Thu Hà');
    await database.db.deleteFrom('staff_session').execute();
    await press(page, 'Lưu tên');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Thư điện tử').fill('thuha@example.vn');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Đã lưu tên.').waitFor();
    const row = await database.db
      .selectFrom('staff_account')
      .select('name')
      .where('email', '=', 'thuha@example.vn')
      .executeTakeFirst();
    expect(row?.name).toBe('Nguyễn Thu Hà');
    expect(faults).toEqual([]);
  }, 60_000);
});
