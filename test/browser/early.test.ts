import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import { useChat } from './support/fixture.ts';
import { chatPage } from './support/chat-page.ts';

describe.skipIf(chromiumPath === null)('writing before the script is here (needs chromium)', () => {
  const { device, server } = useChat();

  /** The page with its script held back until `arrive`. */
  async function held(kept = '') {
    const context = await device();
    if (kept !== '') await context.addInitScript(`localStorage.setItem('nop-ho-so:city:draft', '${kept}')`);
    const page = await context.newPage();
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/assets/*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(server().url, { waitUntil: 'commit' });
    const chat = chatPage(page);
    await chat.input.waitFor();
    return { chat, arrive };
  }

  it('what stands there is taken over as it is: the same input, with its text, focus and caret', async () => {
    const { chat, arrive } = await held();
    await chat.input.pressSequentially('làm khai sinh cho con');
    await chat.page.keyboard.press('Home');
    await chat.evaluate("document.querySelector('#message').before = true");
    arrive();
    await chat.sees('Xin chào');
    await chat.page.keyboard.type('xin ');
    expect(await chat.input.inputValue()).toBe('xin làm khai sinh cho con');
    expect(
      await chat.evaluate("document.activeElement.id === 'message' && document.activeElement.before"),
    ).toBe(true);
    expect(await chat.page.locator('textarea').count()).toBe(1);
    expect(await chat.page.locator('.composer .send').count()).toBe(1);
    await chat.page.keyboard.press('Enter');
    await chat.sees('bắt đầu nộp luôn');
  });

  it('Enter before the script sends as soon as it is here', async () => {
    const { chat, arrive } = await held();
    await chat.input.pressSequentially('làm khai sinh');
    await chat.page.keyboard.press('Enter');
    arrive();
    await chat.sees('bắt đầu nộp luôn');
    expect(await chat.mine()).toEqual(['làm khai sinh']);
    expect(await chat.input.inputValue()).toBe('');
  });

  it('a draft of yesterday is not lost by it', async () => {
    const { chat, arrive } = await held('hôm qua');
    await chat.input.pressSequentially('hôm nay');
    arrive();
    await chat.sees('Xin chào');
    expect(await chat.input.inputValue()).toBe('hôm qua\nhôm nay');
  });
});
