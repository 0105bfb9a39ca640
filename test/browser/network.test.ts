import { describe, expect, it } from 'vitest';
import { chromiumPath } from './support/browser.ts';
import { useChat } from './support/fixture.ts';

// Real timers, sockets and two browsers' tabs on a machine that may be busy: a second try is allowed, a third is not.
describe.skipIf(chromiumPath === null)(
  'the chat page on a bad network (needs chromium)',
  { retry: 1 },
  () => {
    const { open, server, device, tab } = useChat();

    it('brings the whole conversation back after a reload, once and in order', async () => {
      const chat = await open();
      await chat.say('một');
      await chat.sees('Tôi nghe: một');
      await chat.say('hai');
      await chat.sees('Tôi nghe: hai');
      const before = await chat.all();
      await chat.page.reload();
      await chat.sees('Tôi nghe: hai');
      expect(await chat.all()).toEqual(before);
      expect(server().conversations.known.size).toBe(1);
    });

    it('has the conversation again after leaving the page and coming back', async () => {
      const chat = await open();
      await chat.say('trước khi đi');
      await chat.sees('Tôi nghe: trước khi đi');
      await chat.page.goto('about:blank');
      await chat.page.goBack();
      await chat.sees('Tôi nghe: trước khi đi');
      await chat.say('sau khi về');
      await chat.sees('Tôi nghe: sau khi về');
      expect(await chat.mine()).toEqual(['trước khi đi', 'sau khi về']);
    });

    it('keeps the order of messages that are sent quickly one after the other', async () => {
      const chat = await open();
      const texts = Array.from({ length: 8 }, (_, index) => `tin ${index + 1}`);
      for (const text of texts) await chat.say(text);
      await chat.sees('Tôi nghe: tin 8');
      expect(await chat.mine()).toEqual(texts);
      const [conversation] = server().conversations.known.values();
      const arrived = conversation?.activities.filter(
        ({ value, from }) => value === undefined && isUser(from),
      );
      expect(arrived?.map(({ text }) => text)).toEqual(texts);
    });

    it('holds what is written while the server is away and sends it once when it is back', async () => {
      const chat = await open();
      server().faults.down = true;
      server().dropSockets();
      await chat.say('lúc mất mạng một');
      await chat.say('lúc mất mạng hai');
      await chat.sees('sẽ tự gửi lại khi có mạng');
      server().faults.down = false;
      await chat.sees('Tôi nghe: lúc mất mạng hai');
      expect(await chat.mine()).toEqual(['lúc mất mạng một', 'lúc mất mạng hai']);
      expect(stored()).toEqual(['lúc mất mạng một', 'lúc mất mạng hai']);
    });

    it('does not lose an unsent message when the page is reloaded without a network', async () => {
      const chat = await open();
      server().faults.unavailable = 1000;
      await chat.say('chưa kịp gửi');
      await chat.sees('sẽ tự gửi lại');
      server().faults.unavailable = 0;
      await chat.page.reload();
      await chat.sees('Tôi nghe: chưa kịp gửi');
      expect(await chat.mine()).toEqual(['chưa kịp gửi']);
      expect(stored()).toEqual(['chưa kịp gửi']);
    });

    it('does not lose an unsent message when the tab was thrown away and is opened again', async () => {
      const context = await device();
      const chat = await tab(context);
      await chat.sees('Xin chào');
      await chat.say('trước đó');
      await chat.sees('Tôi nghe: trước đó');
      server().faults.unavailable = 1000;
      await chat.say('chưa kịp gửi');
      await chat.sees('sẽ tự gửi lại');
      await chat.input.fill('đang viết dở');
      await chat.page.close();
      server().faults.unavailable = 0;
      const again = await tab(context);
      await again.sees('Tôi nghe: chưa kịp gửi');
      expect(await again.mine()).toEqual(['trước đó', 'chưa kịp gửi']);
      expect(await again.input.inputValue()).toBe('đang viết dở');
      expect(stored()).toEqual(['trước đó', 'chưa kịp gửi']);
    });

    it('goes forward again after going back, and shows and sends nothing twice', async () => {
      const chat = await open();
      await chat.say('một');
      await chat.sees('Tôi nghe: một');
      await chat.page.goto(`${server().url}/tiep-can.html`);
      for (const move of ['goBack', 'goForward', 'goBack'] as const) await chat.page[move]();
      await chat.sees('Tôi nghe: một');
      await chat.say('hai');
      await chat.sees('Tôi nghe: hai');
      expect(await chat.mine()).toEqual(['một', 'hai']);
      expect(stored()).toEqual(['một', 'hai']);
    });

    it('does not double a message whose answer was lost', async () => {
      const chat = await open();
      server().faults.loseAnswers = 2;
      await chat.say('chỉ một lần');
      await chat.sees('Tôi nghe: chỉ một lần');
      await chat.say('tin sau');
      await chat.sees('Tôi nghe: tin sau');
      expect(await chat.mine()).toEqual(['chỉ một lần', 'tin sau']);
      expect(stored()).toEqual(['chỉ một lần', 'tin sau']);
    });

    it('catches up on what was said while the socket was broken', async () => {
      const chat = await open();
      server().faults.noSockets = true;
      server().dropSockets();
      const [conversation] = server().conversations.known.values();
      if (conversation === undefined) throw new Error('no conversation');
      server().conversations.say(conversation, { plain: 'nói lúc đứt mạng' });
      server().faults.noSockets = false;
      await chat.sees('nói lúc đứt mạng');
      expect((await chat.all()).filter((text) => text === 'nói lúc đứt mạng')).toHaveLength(1);
    });

    it('polls where sockets never open', async () => {
      server().faults.noSockets = true;
      const chat = await open();
      await chat.say('không có socket');
      await chat.sees('Tôi nghe: không có socket');
      expect(await chat.page.locator('.mine.sent').count()).toBe(1);
    });

    it('tells that the network is away and what to do, and sends when it is back', async () => {
      const chat = await open();
      await chat.page.context().setOffline(true);
      server().dropSockets();
      await chat.page.getByText('Đang mất mạng').waitFor();
      await chat.say('viết lúc mất mạng');
      await chat.page.context().setOffline(false);
      await chat.sees('Tôi nghe: viết lúc mất mạng');
      expect(await chat.page.getByText('Đang mất mạng').count()).toBe(0);
    });

    it('goes on in the same conversation when its token has expired', async () => {
      const chat = await open();
      await chat.say('hôm qua');
      await chat.sees('Tôi nghe: hôm qua');
      server().expireTokens();
      await chat.say('hôm nay');
      await chat.sees('Tôi nghe: hôm nay');
      expect(await chat.mine()).toEqual(['hôm qua', 'hôm nay']);
      server().expireTokens();
      await chat.page.reload();
      await chat.sees('Tôi nghe: hôm nay');
      expect(await chat.mine()).toEqual(['hôm qua', 'hôm nay']);
      expect(server().conversations.known.size).toBe(1);
    });

    it('begins a new conversation with a kind word when the server knows the old one no longer', async () => {
      const chat = await open();
      await chat.say('cuộc cũ');
      await chat.sees('Tôi nghe: cuộc cũ');
      server().forgetEverything();
      await chat.sees('trợ lý mở cuộc mới');
      await chat.say('cuộc mới');
      await chat.sees('Tôi nghe: cuộc mới');
      expect(await chat.mine()).toEqual(['cuộc cũ', 'cuộc mới']);
    });

    it('begins a new conversation when it comes back too late to take up the old one', async () => {
      const chat = await open();
      await chat.say('tháng trước');
      await chat.sees('Tôi nghe: tháng trước');
      server().conversations.known.clear();
      server().expireTokens();
      await chat.page.reload();
      await chat.sees('Xin chào');
      await chat.sees('trợ lý mở cuộc mới');
      await chat.say('tháng này');
      await chat.sees('Tôi nghe: tháng này');
      expect(server().conversations.known.size).toBe(1);
    });

    it('gives a message that is too long back to be changed, and sends the ones after it', async () => {
      const chat = await open();
      server().faults.refuseWith = 413;
      await chat.say('dài quá');
      await chat.sees('Tin dài quá');
      server().faults.refuseWith = null;
      await chat.say('ngắn thôi');
      await chat.sees('Tôi nghe: ngắn thôi');
      await chat.tap('Sửa tin');
      expect(await chat.input.inputValue()).toBe('dài quá');
      expect(await chat.mine()).toEqual(['ngắn thôi']);
    });

    it('shows one conversation in two tabs, opened together or one after the other', async () => {
      const context = await device();
      const [left, right] = await Promise.all([tab(context), tab(context)]);
      await left.sees('Xin chào');
      await right.sees('Xin chào');
      await left.say('từ trái');
      await right.sees('Tôi nghe: từ trái');
      await right.say('từ phải');
      await left.sees('Tôi nghe: từ phải');
      expect(await left.all()).toEqual(await right.all());
      expect(server().conversations.known.size).toBe(1);
    });

    it('follows the conversation that another tab stored while its own was being started', async () => {
      const context = await device();
      let answer: () => void = () => undefined;
      server().faults.startsWait = new Promise((resolve) => (answer = resolve));
      const left = await tab(context);
      const key = 'nop-ho-so:city:session';
      await expect.poll(() => left.evaluate(`localStorage.getItem('${key}')`)).not.toBeNull();
      // Two tabs that opened at once and did not see each other's writing.
      const other = await context.newPage();
      await other.goto(`${server().url}/v3/`);
      await other.evaluate(`fetch('/api/portal/token', { method: 'POST', body: '{}' }).then((made) => made.json()).then(
        ({ conversationId, token }) => localStorage.setItem('${key}', JSON.stringify(
          { conversationId, token, expiresAt: Date.now() + 600_000, started: false })))`);
      await expect
        .poll(() => server().calls.filter((call) => call === 'POST /api/portal/token').length)
        .toBe(2);
      await other.waitForTimeout(200);
      server().faults.startsWait = null;
      answer();
      await left.sees('Xin chào');
      const stored = [...server().conversations.known.values()].at(-1);
      if (stored !== undefined) server().conversations.say(stored, { plain: 'Tôi ở đây' });
      await left.sees('Tôi ở đây');
    });

    it('follows when another tab starts over', async () => {
      const context = await device();
      const left = await tab(context);
      await left.sees('Xin chào');
      await left.say('sẽ bị xoá');
      await left.sees('Tôi nghe: sẽ bị xoá');
      const right = await tab(context);
      await right.sees('Tôi nghe: sẽ bị xoá');
      await left.tap('Cài đặt');
      await left.tap('Bắt đầu lại từ đầu');
      await left.tap('Đúng, xoá và bắt đầu lại');
      await left.sees('Xin chào');
      await expect.poll(() => right.mine()).toEqual([]);
      await right.say('cùng cuộc mới');
      await left.sees('Tôi nghe: cùng cuộc mới');
      expect(server().conversations.known.size).toBe(2);
    });

    /** Texts of residents that the server holds, all conversations. */
    const stored = () =>
      [...server().conversations.known.values()].flatMap(({ activities }) =>
        activities.filter(({ from }) => isUser(from)).map(({ text }) => text),
      );
  },
);

const isUser = (from: unknown) => JSON.stringify(from ?? {}).includes('"user"');
