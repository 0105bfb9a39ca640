import { describe, expect, it } from 'vitest';
import type { ChatPage } from './support/chat-page.ts';
import { chromiumPath } from './support/browser.ts';
import { useChat } from './support/fixture.ts';
import { stepCard } from './support/script.ts';

/** An hour at a round every six seconds is 600: `npm run test:long`. Elsewhere a part of it. */
const rounds = Number(process.env['LONG_TALK_ROUNDS'] ?? 30);
/** The first ones fill caches and the window of shown messages. */
const warmUp = 30;

describe.skipIf(chromiumPath === null)('an hour-long conversation (needs chromium)', () => {
  const { open, server } = useChat();

  it(
    `stays flat in memory: ${String(rounds)} rounds of a step and her answer`,
    { timeout: 600_000 },
    async () => {
      const chat = await open();
      const line = await chat.page.context().newCDPSession(chat.page);
      const [conversation] = server().conversations.known.values();
      if (conversation === undefined) throw new Error('no conversation');

      const talk = async (from: number, to: number) => {
        for (let round = from; round < to; round += 1) {
          server().conversations.say(conversation, stepCard(1 + (round % 4)));
          await chat.say(`lượt ${String(round)}`);
          await chat.page
            .locator('.prose')
            .getByText(`Tôi nghe: lượt ${String(round)}`, { exact: true })
            .waitFor();
        }
      };
      const measure = async () => {
        // What was read out stays for ten seconds; here that is a hundred rounds.
        await chat.page.waitForTimeout(11_000);
        await line.send('HeapProfiler.collectGarbage');
        await line.send('HeapProfiler.collectGarbage');
        const { usedSize } = await line.send('Runtime.getHeapUsage');
        const { nodes, jsEventListeners } = await line.send('Memory.getDOMCounters');
        return { heap: usedSize, nodes, listeners: jsEventListeners, shown: await shownIn(chat) };
      };

      await talk(0, warmUp);
      const before = await measure();
      await talk(warmUp, warmUp + rounds);
      const after = await measure();

      // What is shown is a window of the conversation; the rest is its text alone, three messages a round.
      expect(after.shown).toBe(before.shown);
      // The browser's undo of the text field remembers two nodes for each line she typed; the page itself keeps none.
      expect(after.nodes - before.nodes).toBeLessThan(300 + 2 * rounds);
      expect(after.listeners - before.listeners).toBeLessThan(30);
      console.log(
        `heap after ${String(warmUp)} rounds ${mb(before.heap)}, after ${String(warmUp + rounds)} ${mb(after.heap)}`,
      );
      expect(after.heap - before.heap).toBeLessThan(300_000 + 7_000 * rounds);
      expect(await chat.page.locator('.offers').count()).toBeLessThanOrEqual(1);
      await chat.tap('Xem tin cũ hơn');
      expect(await shownIn(chat)).toBeGreaterThan(after.shown);
    },
  );
});

const shownIn = (chat: ChatPage) => chat.page.locator('.messages > li').count();
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
