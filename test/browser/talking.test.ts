import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import { useChat } from './support/fixture.ts';
import { hostile, saying, stepCard } from './support/script.ts';

describe.skipIf(chromiumPath === null)('talking on the chat page (needs chromium)', () => {
  const { open, server, device, tab } = useChat();

  it('greets, takes what is typed and answers below it', async () => {
    const chat = await open();
    await chat.say('làm giấy khai sinh');
    await chat.sees('bắt đầu nộp luôn');
    expect(await chat.mine()).toEqual(['làm giấy khai sinh']);
    expect(await chat.input.inputValue()).toBe('');
    expect(await chat.page.locator('.mine.sent').count()).toBe(1);
  });

  it('sends a tapped choice with its id and its title, and takes the choices away', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    const [conversation] = server().conversations.known.values();
    const tapped = conversation?.activities.find(({ value }) => value !== undefined);
    expect(tapped).toMatchObject({ text: 'Giấy tờ của tôi', value: { choice: 'offer:papers' } });
    expect(await chat.offers()).toEqual(['Bắt đầu', 'Hỏi việc khác']);
  });

  it('shows a step with its number, its screen, its date and its place among the steps', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Bắt đầu');
    await chat.tap('Xong');
    await chat.sees('Bước 2/4');
    await chat.sees('Giao diện ghi nhận ngày 10/6/2026');
    await chat.tap('Các bước của anh/chị (xong 1/4)');
    const here = chat.page.getByRole('dialog').locator('[aria-current=step]');
    expect(await here.innerText()).toContain('Tìm thủ tục');
  });

  it('keeps ticks of papers over a reload and sets papers that are not needed apart', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.page.locator('.messages').getByLabel('Tờ khai đăng ký khai sinh').check();
    await chat.sees('Đã chuẩn bị 1/4');
    expect(await chat.page.locator('.not-needed').innerText()).toContain('Giấy chứng sinh');
    expect(await chat.page.getByRole('checkbox', { name: 'Giấy chứng sinh' }).count()).toBe(0);
    await chat.page.reload();
    await chat.sees('Đã chuẩn bị 1/4');
    expect(await chat.page.locator('.messages').getByLabel('Tờ khai đăng ký khai sinh').isChecked()).toBe(
      true,
    );
  });

  it('asks to change an answer in words where the reply names no choice for it', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.page.getByText('Anh/chị đã trả lời 2 câu').click();
    await chat.page.locator('.messages').getByRole('button', { name: 'Sửa câu trả lời: Ba mẹ đã' }).click();
    await expect.poll(() => chat.mine()).toContain('Sửa lại: Ba mẹ đã đăng ký kết hôn chưa?');
  });

  it('shows other bots: plain text and suggested actions', async () => {
    const chat = await open();
    await chat.say('plain');
    await chat.sees('Tin của bot khác <b>đậm</b>');
    expect(await chat.offers()).toEqual(['Một', 'Hai']);
    await chat.tap('Hai');
    await chat.sees('Tôi nghe: Hai');
  });

  it('shows markup as text, makes links of https addresses only', async () => {
    const chat = await open();
    await chat.say('html');
    await chat.sees('javascript:alert(1)');
    expect(await chat.page.locator('.prose').last().textContent()).toContain(hostile.slice(0, 60));
    expect(await chat.page.title()).toBe('Trợ lý Nộp hồ sơ');
    const links = chat.page.locator('.messages a');
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('href')).toBe('https://dichvucong.gov.vn/abc');
  });

  it.each([
    ['5,000 characters', 'làm giấy tờ '.repeat(417).slice(0, 5_000).trim()],
    ['10,000 characters', 'khai báo '.repeat(1112).slice(0, 10_000).trim()],
    ['one word of 10,000 characters', 'a'.repeat(10_000)],
    ['emoji alone', '👶🏽👩‍👩‍👧🇻🇳🎉'],
    ['right-to-left marks', 'abc \u202Eđảo ngược\u202C \u200Fمرحبا'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['decomposed Vietnamese', 'đăng ký tạm trú'.normalize('NFD')],
  ])('shows and sends %s as they are', async (_, text) => {
    const chat = await open({ width: 320, height: 568 });
    await chat.say(text);
    await chat.sees(/^Tôi nghe:/);
    expect(await chat.mine()).toEqual([text]);
    expect(await chat.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('sends nothing for blanks, makes a line with Shift+Enter and keeps the draft over a reload', async () => {
    const chat = await open();
    await chat.say('   ');
    expect(await chat.mine()).toEqual([]);
    await chat.input.fill('dòng một');
    await chat.input.press('Shift+Enter');
    await chat.input.pressSequentially('dòng hai');
    await chat.page.reload();
    await expect.poll(() => chat.input.inputValue()).toBe('dòng một\ndòng hai');
  });

  it('offers choices only under the newest message of the bot', async () => {
    const chat = await open();
    const [conversation] = server().conversations.known.values();
    if (conversation === undefined) throw new Error('no conversation');
    server().conversations.say(conversation, stepCard(1));
    server().conversations.say(conversation, saying('Thêm một lời nhắn.'));
    await chat.sees('Thêm một lời nhắn.');
    expect(await chat.offers()).toEqual([]);
  });

  it('names the ward of the page and sends its code; an unknown code is no obstacle', async () => {
    const chat = await open(undefined, {}, '/?unit=25326');
    expect(await chat.page.locator('header.top').innerText()).toContain('Phường Bình Long');
    const other = await open(undefined, {}, '/?unit=00000');
    expect(await other.page.locator('header.top').innerText()).toContain('TP. Đồng Nai');
  });

  it('starts over: forgets on this device and begins a new conversation', async () => {
    const chat = await open();
    await chat.say('điều riêng tư');
    await chat.sees('Tôi nghe: điều riêng tư');
    await chat.tap('Cài đặt');
    await chat.tap('Bắt đầu lại từ đầu');
    await chat.tap('Đúng, xoá và bắt đầu lại');
    await chat.sees('Xin chào');
    expect(await chat.mine()).toEqual([]);
    await chat.page.reload();
    await chat.sees('Xin chào');
    expect(await chat.mine()).toEqual([]);
    expect(server().conversations.known.size).toBe(2);
  });

  it('works where the browser allows no storage', async () => {
    const context = await device();
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
    );
    const chat = await tab(context);
    await chat.sees('Xin chào');
    await chat.say('không lưu gì');
    await chat.sees('Tôi nghe: không lưu gì');
    expect(await chat.mine()).toEqual(['không lưu gì']);
  });
});
