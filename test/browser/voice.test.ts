import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import { phone, useChat } from './support/fixture.ts';
import { saying } from './support/script.ts';

/** Stands in for the browser's engines, which need a microphone, loudspeakers and a network. */
const engines = `
  class Recognition extends EventTarget {
    start() { window.recognition = this; }
    stop() { this.dispatchEvent(new Event('end')); }
    abort() {}
    hear(...texts) {
      const results = texts.map((transcript) => ({ 0: { transcript }, length: 1 }));
      this.dispatchEvent(Object.assign(new Event('result'), { results }));
    }
    fail(error) {
      this.dispatchEvent(Object.assign(new Event('error'), { error }));
      this.dispatchEvent(new Event('end'));
    }
  }
  window.SpeechRecognition = Recognition;
  window.spoken = [];
  const voices = [{ lang: 'en-US', name: 'en' }, { lang: 'vi-VN', name: 'vi' }];
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices, cancel: () => window.spoken.push('|'),
    speak: (said) => window.spoken.push(said.lang + ' ' + said.text),
    addEventListener() {}, removeEventListener() {},
  } });`;

const none = `
  delete window.SpeechRecognition; delete window.webkitSpeechRecognition;
  Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'en-US' }], cancel() {}, addEventListener() {}, removeEventListener() {} } });`;

describe.skipIf(chromiumPath === null)('speaking and listening (needs chromium)', () => {
  const { device, tab, server } = useChat();

  async function openWith(script: string) {
    const context = await device(phone);
    await context.addInitScript(script);
    const chat = await tab(context);
    await chat.sees('Xin chào');
    return chat;
  }

  it('writes what she says behind what stands there, and sends nothing by itself', async () => {
    const chat = await openWith(engines);
    await chat.input.fill('cho hỏi');
    await chat.tap('Nói thay vì viết');
    expect(await chat.page.locator('.mic').getAttribute('aria-pressed')).toBe('true');
    await chat.evaluate("window.recognition.hear('làm giấy ', 'khai sinh')");
    await expect.poll(() => chat.input.inputValue()).toBe('cho hỏi làm giấy khai sinh');
    await chat.evaluate('window.recognition.stop()');
    await expect.poll(() => chat.page.locator('.mic').getAttribute('aria-pressed')).toBe('false');
    expect(await chat.mine()).toEqual([]);
    expect(await chat.evaluate('document.activeElement.id')).toBe('message');
    expect(await chat.evaluate('window.recognition.lang')).toBe('vi-VN');
  });

  it('says what to do where the microphone is not allowed', async () => {
    const chat = await openWith(engines);
    await chat.tap('Nói thay vì viết');
    await chat.evaluate("window.recognition.fail('not-allowed')");
    await expect.poll(() => chat.page.locator('.told').innerText()).toContain('chưa cho dùng micro');
  });

  it('reads a message aloud in Vietnamese, and stops', async () => {
    const chat = await openWith(engines);
    await chat.tap('Đọc to');
    expect(await chat.evaluate<string[]>('window.spoken')).toContainEqual(
      expect.stringMatching(/^vi-VN Xin chào/),
    );
    await chat.tap('Dừng đọc');
    await expect.poll(async () => (await chat.evaluate<string[]>('window.spoken')).at(-1)).toBe('|');
  });

  it('reads an English message with an English voice', async () => {
    const chat = await openWith(engines);
    const [conversation] = server().conversations.known.values();
    if (conversation === undefined) throw new Error('no conversation');
    server().conversations.say(conversation, { ...saying('This is English.'), lang: 'en' });
    await chat.tap('Read aloud');
    expect(await chat.evaluate<string[]>('window.spoken')).toContainEqual('en-US This is English.');
  });

  it('reads new answers by itself where she asked for that, and remembers it', async () => {
    const chat = await openWith(engines);
    await chat.tap('Cài đặt');
    await chat.page.getByText('Tự đọc to câu trả lời mới').click();
    await chat.page.reload();
    await chat.sees('Xin chào');
    await chat.say('khai sinh');
    await chat.sees('bắt đầu nộp luôn');
    await expect
      .poll(() => chat.evaluate<string[]>('window.spoken'))
      .toContainEqual(expect.stringContaining('Đăng ký khai sinh cho con'));
    expect(await chat.evaluate<string[]>('window.spoken')).not.toContainEqual(
      expect.stringContaining('Xin chào, tôi'),
    );
  });

  it('hides both where the browser has neither, instead of offering what does not work', async () => {
    const chat = await openWith(none);
    expect(await chat.page.locator('.mic').count()).toBe(0);
    expect(await chat.page.getByText('Đọc to').count()).toBe(0);
    await chat.tap('Cài đặt');
    expect(await chat.page.getByText('Tự đọc to').count()).toBe(0);
  });
});
