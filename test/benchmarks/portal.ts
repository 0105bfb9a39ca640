/**
 * `npm run bench:portal`: what the chat weighs, how long until the first message can be typed, and until it was
 * answered, beside stock Web Chat on the same server under the same throttling, in one run. Cold cache, median of three.
 */
import type { Browser } from 'playwright-core';
import { chromiumPath, launchBrowser, newDevice } from '../browser/support/browser.ts';
import { startComposed } from '../stock-client/server.ts';
import { hasStockClient, stockRoutes } from '../stock-client/stock-page.ts';

const networks = [
  { name: 'slow 4G (1.6 Mbit/s, 150 ms), CPU 4x slower', kbit: 1600, ms: 150, cpu: 4, goalMs: 1000 },
  { name: '400 kbit/s, 400 ms, CPU 4x slower', kbit: 400, ms: 400, cpu: 4, goalMs: 2000 },
] as const;

const message = 'đăng ký tạm trú';

const clients = [
  { name: 'this chat', path: '/', input: '#message', messages: '.messages > li' },
  ...(hasStockClient
    ? [
        {
          name: 'stock Web Chat',
          path: '/stock',
          input: '[data-id="webchat-sendbox-input"]',
          messages: '.webchat__basic-transcript__activity',
        },
      ]
    : []),
];

type Client = (typeof clients)[number];

async function measure(browser: Browser, url: string, client: Client, network: (typeof networks)[number]) {
  const context = await newDevice(browser, { width: 360, height: 640 });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.ms,
    downloadThroughput: (network.kbit * 1000) / 8,
    uploadThroughput: (network.kbit * 1000) / 8,
  });
  await line.send('Emulation.setCPUThrottlingRate', { rate: network.cpu });
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await page.goto(url + client.path, { waitUntil: 'commit' });
  const input = page.locator(client.input).and(page.locator(':enabled'));
  await input.waitFor({ timeout: 60_000 });
  const typed = performance.now() - began;
  // Written at once, as by somebody who knows what she wants; Enter before the script is here counts too.
  await input.fill(message);
  await input.press('Enter');
  // Greeting, her message, the answer.
  const came = await page
    .locator(client.messages)
    .nth(2)
    .waitFor({ timeout: 60_000 })
    .then(
      () => true,
      () => false,
    );
  const answered = came ? performance.now() - began : Number.POSITIVE_INFINITY;
  // Drawings and fonts come when there is nothing else to do.
  await page.waitForTimeout(3000);
  const weight = bytes;
  await context.close();
  return { typed, answered, weight };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (chromiumPath === null) {
  console.log('skipped: no chromium (apt-get install chromium)');
} else {
  if (!hasStockClient) console.log('without stock Web Chat: run npm ci --prefix test/webchat');
  const server = await startComposed(hasStockClient ? stockRoutes() : []);
  const browser = await launchBrowser();
  try {
    for (const network of networks) {
      console.log(`\n${network.name}`);
      for (const client of clients) {
        const { name, path } = client;
        const runs = [];
        for (let run = 0; run < 3; run += 1) runs.push(await measure(browser, server.url, client, network));
        const typed = Math.round(median(runs.map((run) => run.typed)));
        const answered = Math.round(median(runs.map((run) => run.answered)));
        const kb = (median(runs.map((run) => run.weight)) / 1000).toFixed(1);
        const goal =
          path === '/' ? ` (goal ${network.goalMs} ms: ${typed <= network.goalMs ? 'met' : 'MISSED'})` : '';
        console.log(
          `  ${name.padEnd(15)} ${kb.padStart(7)} kB   typed after ${typed} ms${goal}, ${Number.isFinite(answered) ? `answered after ${answered} ms` : 'not answered within a minute'}`,
        );
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}
