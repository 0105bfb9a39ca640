/** Opens a model and reads messages, in a process of its own: `node --expose-gc matcher model.bin test.jsonl`. */
import { readFileSync } from 'node:fs';
import { inUse, readPairs } from './measure.ts';

// Before anything of ours is loaded.
const bare = process.memoryUsage().rss;
const { decodeModel } = await import('#understanding/model.ts');
const { createUnderstand } = await import('#understanding/understand.ts');

const [modelFile = '', textsFile = ''] = process.argv.slice(2);
const texts = readPairs(textsFile).map(({ text }) => text);
const before = inUse();
const began = performance.now();
const understand = createUnderstand(decodeModel(readFileSync(modelFile)));
const openMs = performance.now() - began;
const context = { topic: null, expects: null, unit: null };

// Warm, and with a space behind them, so that none is recalled when it is measured.
for (const text of texts) understand(`${text} `, context);
const times = texts.map((text) => {
  const from = performance.now();
  understand(text, context);
  return performance.now() - from;
});
const mb = (inUse() - before) / 1e6;
const processMb = (process.memoryUsage().rss - bare) / 1e6;
const short = texts.filter((text) => text.length <= 40 && !/\p{N}/u.test(text)).slice(0, 500);
for (const text of short) understand(text, context);
const from = performance.now();
for (const text of short) understand(text, context);
const recalledMs = performance.now() - from;

times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    openMs: Math.round(openMs),
    perSecond: Math.round((1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0)),
    p99: times[Math.floor(0.99 * (times.length - 1))] ?? 0,
    mb: Math.round(mb),
    processMb: Math.round(processMb),
    recalledPerSecond: Math.round((1000 * short.length) / recalledMs),
  }),
);
