import { describe, expect, it } from 'vitest';
import { clean, faultsIn, type Found } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import type { ChatPage } from './support/chat-page.ts';
import { phone, useChat } from './support/fixture.ts';
import { saying } from './support/script.ts';

describe.skipIf(chromiumPath === null)('the chat page for everybody (needs chromium)', () => {
  const { open, server, device, tab } = useChat();

  describe.each([
    ['light, 360 px', phone, false],
    ['dark, 360 px', phone, true],
    ['light, 320 px', { width: 320, height: 568 }, false],
    ['light, 1280 px', { width: 1280, height: 800 }, false],
    ['dark, 1280 px', { width: 1280, height: 800 }, true],
  ] as const)('%s', (_, window, dark) => {
    it('has no fault that axe finds and never scrolls sideways, in every state', async () => {
      const chat = await open(window, { dark });
      const wide = window.width >= 1024;
      const states = new Map<string, Found>();
      const look = async (state: string) => states.set(state, await faultsIn(chat));
      await look('greeting');
      await chat.say('khai sinh');
      await chat.sees('bắt đầu nộp luôn');
      await look('offer');
      await chat.tap('Giấy tờ của tôi');
      await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
      await chat.page.locator('.sources summary').click();
      await chat.page.locator('.answers summary').click();
      await chat.page.locator('.wrong summary').last().click();
      await look('papers, and which line is wrong');
      await chat.say('nhánh hỏi');
      await chat.sees('Bệnh viện đã gửi giấy chứng sinh');
      await look('question');
      await chat.say('xong 1');
      await chat.sees('Bước 2/4');
      await look('step');
      if (!wide) {
        await chat.page.locator('.case-button').click();
        await chat.page.getByRole('dialog').getByText('Xem lại').waitFor();
        await look('drawer');
        await chat.page.keyboard.press('Escape');
      }
      await chat.tap('Tôi bị vướng');
      await chat.sees('bị vướng ở đâu');
      await look('trouble');
      server().faults.refuseWith = 413;
      await chat.say('không gửi được');
      await chat.sees('Tin dài quá');
      await look('refused message');
      server().faults.refuseWith = null;
      server().faults.down = true;
      server().dropSockets();
      await chat.say('mất mạng');
      await chat.sees('sẽ tự gửi lại khi có mạng');
      await look('unsent message');
      await chat.tap('Cài đặt');
      await chat.page.getByText('Rất lớn').click();
      await chat.tap('Bắt đầu lại từ đầu');
      await look('settings');
      await chat.page.keyboard.press('Escape');
      await look('largest text');
      server().faults.down = false;
      await chat.sees('Tôi nghe: mất mạng');
      await chat.say('xong 4');
      await chat.sees('Nhớ giữ mã hồ sơ');
      await look('end of the walk-through, and whether it helped');
      await chat.page.emulateMedia({ forcedColors: 'active' });
      await chat.say('xong 2');
      await chat.sees('Bước 3/4');
      await look('forced colours');
      expect(Object.fromEntries(states)).toEqual(
        Object.fromEntries([...states.keys()].map((state) => [state, clean])),
      );
    });

    it('has no fault while it listens to her', async () => {
      const context = await device(window, { dark });
      await context.addInitScript(
        'window.SpeechRecognition = class extends EventTarget { start() {} stop() {} abort() {} };',
      );
      const chat = await tab(context);
      await chat.sees('Xin chào');
      await chat.tap('Nói thay vì viết');
      await chat.page.getByText('Đang nghe').waitFor();
      expect(await faultsIn(chat)).toEqual(clean);
    });

    it('has a statement about accessibility without faults of its own', async () => {
      const chat = await tab(await device(window, { dark }), '/tiep-can.html');
      await chat.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await faultsIn(chat)).toEqual(clean);
    });
  });

  it('can be walked through with the keyboard alone, and the focus is never lost', async () => {
    const chat = await open();
    await chat.page.keyboard.press('Tab');
    expect(await focused(chat)).toContain('Đến ô nhập tin nhắn');
    await chat.page.keyboard.press('Enter');
    await chat.page.keyboard.type('khai sinh');
    await chat.page.keyboard.press('Enter');
    await chat.sees('bắt đầu nộp luôn');
    expect(await focused(chat)).toBe('TEXTAREA');
    for (const title of ['Bắt đầu', 'Xong', 'Xong', 'Xong', 'Xong']) {
      await back(chat, title);
      await chat.page.keyboard.press('Enter');
      await expect.poll(() => focused(chat)).toBe('TEXTAREA');
      await chat.page.locator('.typing.off').waitFor({ state: 'attached' });
    }
    await chat.sees('Nhớ giữ mã hồ sơ');
  });

  it('never hides what has the focus under header or input', async () => {
    const chat = await open({ width: 360, height: 560 });
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    await chat.input.focus();
    for (let count = 0; count < 14; count++) {
      await chat.page.keyboard.press('Shift+Tab');
      const place = await chat.evaluate<{ name: string; top: number; bottom: number; inList: boolean }>(
        `(() => { const e = document.activeElement, r = e.getBoundingClientRect();
          return { name: e.textContent, top: r.top, bottom: r.bottom, inList: e.closest('.messages') !== null }; })()`,
      );
      if (!place.inList) continue;
      const [top, bottom] = await chat.evaluate<[number, number]>(
        "[document.querySelector('.top').getBoundingClientRect().bottom, document.querySelector('.dock').getBoundingClientRect().top]",
      );
      const hidden = place.top < top - 1 || place.bottom > bottom + 1;
      expect({ name: place.name, hidden }).toEqual({ name: place.name, hidden: false });
    }
  });

  it('has targets of 44 px for all that can be tapped', async () => {
    const chat = await open({ width: 320, height: 568 });
    await chat.say('khai sinh');
    await chat.tap('Giấy tờ của tôi');
    await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    const small = () =>
      chat.evaluate<string[]>(
        `[...document.querySelectorAll('button, summary, .papers li, textarea, a.phone, a.plain-link, label.size')]
          .filter((e) => e.checkVisibility() && (e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44))
          .map((e) => e.outerHTML.slice(0, 80))`,
      );
    expect(await small()).toEqual([]);
    for (const title of ['Bắt đầu', 'Xong']) await chat.tap(title);
    await chat.sees('Bước 2/4');
    expect(await small()).toEqual([]);
    await chat.page.locator('.case-chip').click();
    await chat.page.getByRole('dialog').getByText('Xem lại').waitFor();
    expect(await small()).toEqual([]);
    await chat.page.keyboard.press('Escape');
    await chat.tap('Cài đặt');
    await chat.page.getByRole('dialog').getByText('Cỡ chữ').waitFor();
    expect(await small()).toEqual([]);
  });

  it('announces each new message of the bot once, and neither history, echo nor ticks', async () => {
    const chat = await open();
    await listen(chat);
    await chat.say('khai sinh');
    await chat.sees('bắt đầu nộp luôn');
    await chat.tap('Giấy tờ của tôi');
    await chat.page.locator('.messages').getByRole('checkbox').first().check();
    await expect.poll(() => heard(chat)).toHaveLength(2);
    expect((await heard(chat))[0]).toMatch(
      /^Đăng ký khai sinh cho con.*Chọn nhanh: Bắt đầu, Giấy tờ của tôi$/s,
    );
    expect((await heard(chat))[1]).toContain('Giấy chứng sinh, Không cần nộp, đã có bản điện tử');

    await chat.page.addInitScript(listener);
    await chat.page.reload();
    await chat.sees('Giấy tờ anh/chị cần chuẩn bị');
    const [conversation] = server().conversations.known.values();
    if (conversation === undefined) throw new Error('no conversation');
    server().conversations.say(conversation, saying('Lời mới sau khi tải lại.'));
    await expect.poll(() => heard(chat)).toEqual(['Lời mới sau khi tải lại.']);
  });

  it('has no live region but the one for new messages, the line about the network and the one about the microphone', async () => {
    const chat = await open();
    const live = await chat.evaluate<string[]>(
      "[...document.querySelectorAll('[aria-live], [role=log], [role=status], [role=alert], output')].map((e) => e.className)",
    );
    expect(live.sort()).toEqual(['connection', 'hidden', 'told']);
  });

  it('stands at 400 % zoom (320 x 200): no sideways scrolling, the input in reach', async () => {
    const chat = await open({ width: 320, height: 200 });
    await chat.say('khai sinh');
    await chat.tap('Bắt đầu');
    await chat.sees('Bước 1/4');
    expect(await chat.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const dock = await chat.page.locator('.dock').boundingBox();
    expect(dock?.height).toBeLessThan(100);
    await chat.tap('Xong');
    await chat.sees('Bước 2/4');
    // The largest text on top of it: her words have at least a third of the window.
    await chat.tap('Cài đặt');
    await chat.page.getByText('Rất lớn').click();
    await chat.page.keyboard.press('Escape');
    expect(await chat.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect((await chat.page.locator('.dock').boundingBox())?.height).toBeLessThan(130);
  });

  it('remembers the text size', async () => {
    const chat = await open();
    await chat.tap('Cài đặt');
    await chat.page.getByText('Lớn', { exact: true }).click();
    await chat.page.reload();
    await chat.sees('Xin chào');
    expect(await chat.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('19px');
  });
});

/** Name of what has the focus; TEXTAREA for the input. */
const focused = (chat: ChatPage) =>
  chat.evaluate<string>(
    "document.activeElement.tagName === 'TEXTAREA' ? 'TEXTAREA' : document.activeElement.textContent",
  );

/** Goes back with Shift+Tab until this button has the focus. */
async function back(chat: ChatPage, title: string) {
  await chat.page.locator('.offers').getByRole('button', { name: title, exact: true }).waitFor();
  for (let count = 0; count < 12; count++) {
    await chat.page.keyboard.press('Shift+Tab');
    if ((await focused(chat)) === title) return;
  }
  throw new Error(`Shift+Tab does not reach "${title}"`);
}

/** What a screen reader would say by itself: additions to the live region. */
const listener = `
  window.heard = [];
  const watch = () => {
    const region = document.querySelector('[data-announcer]');
    if (region === null) return void setTimeout(watch, 5);
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) window.heard.push(node.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  };
  watch();`;
const listen = (chat: ChatPage) => chat.evaluate(listener);
const heard = (chat: ChatPage) => chat.evaluate<string[]>('window.heard');
