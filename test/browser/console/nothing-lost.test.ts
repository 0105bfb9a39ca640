import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, newDevice } from '../support/browser.ts';
import { fakeEntries, type FakeEntries } from './support/fake-entries.ts';
import {
  aProvinceAdministrator,
  me,
  ok,
  problem,
  startFakeStaff,
  type FakeStaff,
} from './support/fake-staff.ts';

const ENTRY = '/quan-tri/base/noi-dung/procedure/dang-ky-tam-tru';
const KEY = 'procedure:dang-ky-tam-tru';
const SAVE = 'PUT /api/staff/:scope/entries/:kind/:id/draft';

describe.skipIf(chromiumPath === null)('nothing that an officer typed is lost (needs chromium)', () => {
  let browser: Browser;
  let staff: FakeStaff;
  let entries: FakeEntries;
  let device: BrowserContext;

  beforeAll(async () => {
    [browser, staff] = await Promise.all([launchBrowser(), startFakeStaff(aProvinceAdministrator)]);
  });
  afterAll(async () => {
    await browser.close();
    await staff.stop();
  });
  beforeEach(async () => {
    staff.down(false);
    staff.answers.set('GET /api/auth/me', () => me(aProvinceAdministrator));
    entries = fakeEntries(staff.answers);
    device = await newDevice(browser, { width: 1366, height: 768 });
  });
  afterEach(async () => device.close());

  const open = async (): Promise<Page> => {
    const page = await device.newPage();
    await page.goto(staff.url + ENTRY);
    await name(page).waitFor();
    return page;
  };
  const name = (page: Page) => page.getByLabel('Tên thủ tục', { exact: true });
  const says = (page: Page, text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor();
  const savedName = (): string | undefined => {
    const value = entries.drafts.get(KEY)?.value as { name?: string | { vi: string } } | undefined;
    return typeof value?.name === 'object' ? value.name.vi : value?.name;
  };

  it('saves as she types, and says when', async () => {
    const page = await open();
    await name(page).fill('Đăng ký tạm trú A');
    await says(page, /Đã lưu lúc \d\d:\d\d/);
    expect(savedName()).toBe('Đăng ký tạm trú A');
    expect(entries.saves).toHaveLength(1);
  });

  it('keeps what she typed when the session ends: she signs in over the page, and the save goes on', async () => {
    let isIn = true;
    staff.answers.set('GET /api/auth/me', () => me(isIn ? aProvinceAdministrator : null));
    staff.answers.set('POST /api/auth/sign-in', () => {
      isIn = true;
      return ok({ stage: 'full' });
    });
    const save = staff.answers.get(SAVE)!;
    staff.answers.set(SAVE, (asked) => (isIn ? save(asked) : problem(401, 'Unauthorized')));
    const page = await open();
    isIn = false;
    await name(page).fill('Gõ lúc hết phiên');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Thư điện tử').fill('minh@example.vn');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill('mot mat khau dai');
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await says(page, 'Đã lưu lúc');
    expect(await name(page).inputValue()).toBe('Gõ lúc hết phiên');
    expect(savedName()).toBe('Gõ lúc hết phiên');
  });

  it('waits for the network, says so, and saves by itself when it is back', async () => {
    const page = await open();
    staff.down(true);
    await name(page).fill('Gõ lúc mất mạng');
    await says(page, 'Chưa lưu được, sẽ thử lại');
    await name(page).fill('Gõ lúc mất mạng, gõ tiếp');
    staff.down(false);
    await says(page, 'Đã lưu lúc');
    expect(savedName()).toBe('Gõ lúc mất mạng, gõ tiếp');
  });

  it('takes a save whose answer was lost as its own, when the server stops in the middle of it', async () => {
    const save = staff.answers.get(SAVE)!;
    let cut = true;
    staff.answers.set(SAVE, async (asked) => {
      const answer = await save(asked);
      if (cut) staff.down(true);
      cut = false;
      return answer;
    });
    const page = await open();
    await name(page).fill('Lưu đúng lúc máy chủ dừng');
    await says(page, 'sẽ thử lại');
    await name(page).fill('Lưu đúng lúc máy chủ dừng, gõ tiếp');
    staff.down(false);
    await says(page, 'Đã lưu lúc');
    expect(savedName()).toBe('Lưu đúng lúc máy chủ dừng, gõ tiếp');
    expect(await page.getByText('Có hai bản khác nhau').count()).toBe(0);
  });

  it('has it again after the tab was closed without network', async () => {
    const first = await open();
    staff.down(true);
    await name(first).fill('Gõ rồi đóng thẻ');
    await says(first, 'sẽ thử lại');
    await first.close({ runBeforeUnload: false });
    staff.down(false);
    const second = await open();
    await second.getByText('Đã lấy lại những gì anh/chị nhập').waitFor();
    expect(await name(second).inputValue()).toBe('Gõ rồi đóng thẻ');
    await says(second, 'Đã lưu lúc');
    expect(savedName()).toBe('Gõ rồi đóng thẻ');
  });

  it('shows both versions field by field when it was saved from two places, and keeps what she chooses of each', async () => {
    const [first, second] = [await open(), await open()];
    await name(first).fill('Tên từ thẻ một');
    await says(first, 'Đã lưu lúc');
    await name(second).fill('Tên từ thẻ hai');
    await second.getByLabel('Lĩnh vực', { exact: true }).fill('Cư trú và căn cước');
    await second.getByText('Có hai bản khác nhau').waitFor();
    await second
      .getByRole('radio', { name: /Tên.*Bản kia/ })
      .first()
      .check();
    await second.getByRole('button', { name: 'Dùng các lựa chọn này' }).click();
    await says(second, 'Đã lưu lúc');
    expect(savedName()).toBe('Tên từ thẻ một');
    expect(entries.drafts.get(KEY)?.value).toMatchObject({ field: 'Cư trú và căn cước' });
  });

  it('asks before she leaves with something that is not saved, and lets her stay', async () => {
    const page = await open();
    staff.down(true);
    await name(page).fill('Chưa lưu');
    await says(page, 'sẽ thử lại');
    await page.getByRole('link', { name: 'Trang đầu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại' }).click();
    expect(await name(page).inputValue()).toBe('Chưa lưu');
  });
});
