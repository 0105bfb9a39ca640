import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import type { ChatPage } from './support/chat-page.ts';
import { phone, useChat } from './support/fixture.ts';

const wide = { width: 1280, height: 800 };

describe.skipIf(chromiumPath === null)('her case and what she can do with it (needs chromium)', () => {
  const { open, device, tab, server } = useChat();

  async function atStepThree(window = phone): Promise<ChatPage> {
    const chat = await open(window);
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    for (const title of ['Bắt đầu', 'Xong', 'Xong']) await chat.tap(title);
    await chat.sees('Bước 3/4');
    return chat;
  }

  it('shows a drawing of the screen that says what it is and how old', async () => {
    const chat = await atStepThree();
    const picture = chat.page.locator('.picture').last();
    expect(await picture.locator('figcaption').innerText()).toMatch(/^Hình minh họa.*1\/10\/2026/);
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => chat.evaluate("[...document.querySelectorAll('.picture img')].at(-1).naturalWidth"))
      .toBe(320);
  });

  it('shows no drawing where there is none', async () => {
    const chat = await open();
    await chat.say('không có hình');
    await chat.sees('Tôi nghe');
    expect(await chat.page.locator('.picture').count()).toBe(0);
  });

  it('on a phone opens steps, answers and papers in a drawer and goes back by tapping a done step', async () => {
    const chat = await atStepThree();
    await chat.page.locator('.case-chip').click();
    const drawer = chat.page.getByRole('dialog');
    expect(await drawer.getByRole('heading').allTextContents()).toEqual([
      'Hồ sơ của anh/chị',
      'Các bước của anh/chị',
      'Anh/chị đã trả lời',
      'Giấy tờ anh/chị cần chuẩn bị',
    ]);
    expect(await drawer.locator('.outline button').count()).toBe(2);
    await drawer.getByRole('button', { name: 'Mở Cổng Dịch vụ công' }).click();
    await chat.sees('Bước 1/4');
    expect(await chat.page.locator('dialog[open]').count()).toBe(0);
    const tapped = lastTapped();
    expect(tapped).toMatchObject({ value: { choice: 'step:open:1' } });
    expect(await chat.evaluate('document.activeElement !== document.body')).toBe(true);
  });

  it('on a wide screen has them beside the conversation, and the focus is kept when a step is no longer done', async () => {
    const chat = await atStepThree(wide);
    const aside = chat.page.locator('.aside');
    await aside.getByRole('button', { name: 'Mở Cổng Dịch vụ công' }).focus();
    await chat.page.keyboard.press('Enter');
    await expect.poll(() => aside.locator('.outline button').count()).toBe(0);
    expect(await chat.evaluate('document.activeElement.id')).toBe('messages');
  });

  it('keeps a tick the same in the conversation, beside it and in another tab', async () => {
    const context = await device(wide);
    const [left, right] = [await tab(context), await tab(context)];
    for (const chat of [left, right]) await chat.sees('Xin chào');
    await left.say('khai sinh');
    await left.tap('Giấy tờ của tôi');
    for (const chat of [left, right]) await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    await left.page.locator('.aside').getByLabel('Căn cước của người đi khai sinh').check();
    for (const chat of [left, right]) {
      await expect
        .poll(() => chat.page.locator('.messages').getByLabel('Căn cước của người đi khai sinh').isChecked())
        .toBe(true);
    }
    expect(await left.mine()).toEqual(await right.mine());
  });

  it('reports a line as wrong in two taps, with the key of the fact', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.page.getByText('Thông tin này sai?').last().click();
    await chat.tap('Lệ phí');
    await chat.sees('ghi lại để cán bộ kiểm tra');
    expect(lastTapped()).toMatchObject({ value: { choice: 'wrong:dang-ky-khai-sinh/fee/none' } });
    expect(await chat.evaluate('document.activeElement.id')).toBe('messages');
  });

  it('offers no report where nothing was told as a fact', async () => {
    const chat = await open();
    expect(await chat.page.getByText('Thông tin này sai?').count()).toBe(0);
  });

  it('saves the whole conversation as a text file and copies it', async () => {
    const chat = await atStepThree();
    await chat.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chat.tap('Cài đặt');
    const waiting = chat.page.waitForEvent('download');
    await chat.tap('Lưu thành tệp');
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^nop-ho-so-\d{4}-\d{2}-\d{2}\.txt$/);
    const text = readFileSync(await download.path(), 'utf8');
    for (const part of ['Anh/chị: khai sinh', 'Bước 3/4', 'Lệ phí: Chưa có mức', 'https://dichvucong.gov.vn'])
      expect(text).toContain(part);
    await chat.tap('Chép');
    await chat.page.getByText('Đã chép').waitFor();
    expect(await chat.evaluate<string>('navigator.clipboard.readText()')).toContain('Bước 3/4');
  });

  it('prints the conversation without what is only for tapping', async () => {
    const chat = await atStepThree();
    await chat.page.emulateMedia({ media: 'print' });
    const shown = async (what: string) => chat.page.locator(what).first().isVisible();
    expect(await shown('.step')).toBe(true);
    for (const what of ['.dock', '.offers', '.tools', '.case-chip']) expect(await shown(what)).toBe(false);
  });

  it('remembers light or dark on the device, whatever the device itself likes', async () => {
    const chat = await open();
    const ground = () => chat.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await chat.tap('Cài đặt');
    await chat.page.getByText('Tối', { exact: true }).click();
    expect(await ground()).not.toBe(light);
    await chat.page.reload();
    await chat.sees('Xin chào');
    expect(await ground()).not.toBe(light);
  });

  function lastTapped() {
    const [conversation] = server().conversations.known.values();
    return conversation?.activities.findLast((activity) => activity['value'] !== undefined);
  }
});
