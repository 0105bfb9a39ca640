/**
 * `npm run bench:portal`: what the chat weighs and how long until the first message can be typed, beside stock Web
 * Chat on the same server under the same throttling, in one run. Cold cache, median of three.
 */
import type { Browser } from 'playwright-core';
import { chromiumPath, launchBrowser, newDevice } from '../browser/support/browser.ts';
import { startComposed } from '../stock-client/server.ts';
import { hasStockClient, stockRoutes } from '../stock-client/stock-page.ts';

const networks = [
  { name: 'slow 4G (1.6 Mbit/s, 150 ms), CPU 4x slower', kbit: 1600, ms: 150, cpu: 4, goalMs: 1000 },
  { name: '400 kbit/s, 400 ms, CPU 4x slower', kbit: 400, ms: 400, cpu: 4, goalMs: 2000 },
] as const;

const clients = [
  { name: 'this chat', path: '/', input: '#message' },
  ...(hasStockClient
    ? [{ name: 'stock Web Chat', path: '/stock', input: '[data-id="webchat-sendbox-input"]' }]
    : []),
];

async function measure(browser: Browser, url: string, input: string, network: (typeof networks)[number]) {
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
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(input).and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
  const typed = performance.now() - began;
  const weight = bytes;
  await context.close();
  return { typed, weight };
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
      for (const { name, path, input } of clients) {
        const runs = [];
        for (let run = 0; run < 3; run += 1)
          runs.push(await measure(browser, server.url + path, input, network));
        const typed = Math.round(median(runs.map((run) => run.typed)));
        const kb = (median(runs.map((run) => run.weight)) / 1000).toFixed(1);
        const goal =
          path === '/' ? ` (goal ${network.goalMs} ms: ${typed <= network.goalMs ? 'met' : 'MISSED'})` : '';
        console.log(`  ${name.padEnd(15)} ${kb.padStart(7)} kB   first message after ${typed} ms${goal}`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}
