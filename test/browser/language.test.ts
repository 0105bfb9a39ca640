import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import type { ChatPage } from './support/chat-page.ts';
import { useChat } from './support/fixture.ts';
import { saying } from './support/script.ts';

describe.skipIf(chromiumPath === null)('the page in English (needs chromium)', () => {
  const { open, server, device, tab } = useChat();

  const settingsName = (chat: ChatPage) => chat.page.locator('.top .icon-button').innerText();
  const pageLang = (chat: ChatPage) => chat.evaluate<string>('document.documentElement.lang');
  const say = (text: string, lang?: 'en') => {
    const [conversation] = server().conversations.known.values();
    if (conversation === undefined) throw new Error('no conversation');
    server().conversations.say(conversation, { ...saying(text), ...(lang === undefined ? {} : { lang }) });
  };

  it('speaks the language that the bot speaks, there and back, and keeps it over a reload', async () => {
    const chat = await open();
    expect(await settingsName(chat)).toContain('Cài đặt');
    say('I speak English now.', 'en');
    await expect.poll(() => settingsName(chat)).toContain('Settings');
    expect(await pageLang(chat)).toBe('en');
    expect(await chat.input.getAttribute('placeholder')).toBe('Write here…');
    expect(await chat.page.locator('.bot').last().getAttribute('lang')).toBe('en');
    expect(await chat.page.locator('.bot').first().getAttribute('lang')).toBe('vi');
    await chat.page.reload();
    await chat.sees('I speak English now.');
    expect(await settingsName(chat)).toContain('Settings');
    say('Tôi nói tiếng Việt.');
    await expect.poll(() => settingsName(chat)).toContain('Cài đặt');
    expect(await pageLang(chat)).toBe('vi');
  });

  it('opened with ?lang=en asks for English from the first word', async () => {
    // This server greets in Vietnamese, and the page follows what is spoken: it must not speak too soon.
    let greet = (): void => undefined;
    server().faults.startsWait = new Promise((resolve) => (greet = resolve));
    const chat = await tab(await device(), '/?lang=en');
    await chat.input.waitFor();
    await expect.poll(() => settingsName(chat)).toContain('Settings');
    greet();
    server().faults.startsWait = null;
    await chat.sees('Xin chào');
    expect(server().starts.at(-1)).toMatchObject({ locale: 'en' });
  });

  it('asks the bot for the other language from the settings', async () => {
    const chat = await open();
    await chat.tap('Cài đặt');
    await chat.page.getByText('English', { exact: true }).click();
    await chat.sees('Tôi nghe: English');
    const [conversation] = server().conversations.known.values();
    expect(conversation?.activities.find(({ value }) => value !== undefined)).toMatchObject({
      value: { choice: 'lang:en' },
    });
  });

  it('fetches no English for who speaks Vietnamese', async () => {
    const chat = await open();
    const fetched = await chat.evaluate<string[]>(
      "performance.getEntriesByType('resource').map((e) => e.name)",
    );
    expect(fetched.filter((name) => name.includes('words.en'))).toEqual([]);
  });

  it('takes everything off the screen when the bot has erased it, and the ticks with it', async () => {
    const chat = await open();
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.page.locator('.messages').getByRole('checkbox').first().check();
    await chat.say('điều riêng tư');
    await chat.sees('Tôi nghe: điều riêng tư');
    const [conversation] = server().conversations.known.values();
    if (conversation === undefined) throw new Error('no conversation');
    server().conversations.say(conversation, { ...saying('Tôi đã xóa hết.'), erased: true });
    await chat.sees('Tôi đã xóa hết.');
    expect(await chat.mine()).toEqual([]);
    expect(await chat.all()).toEqual(['Tôi đã xóa hết.']);
    const kept = await chat.evaluate<string[]>('Object.keys(localStorage)');
    expect(kept.filter((key) => key.includes('tick:'))).toEqual([]);
  });
});
