import { readFileSync } from 'node:fs';

export interface Pair {
  readonly text: string;
  readonly label: string;
}

/** What one system did, printed as one JSON line by its process. */
export interface Measured {
  readonly name: string;
  readonly trainMs: number;
  readonly perSecond: number;
  readonly p99: number;
  /** What stays in memory to answer, beyond the process before training; and the most that training took at any time. */
  readonly mb: number;
  readonly peakMb: number;
  /** Labels for each test message, best first, at most three; `(none)` among them: it would say that it is none of these. */
  readonly answers: readonly (readonly string[])[];
}

export type Train = (pairs: readonly Pair[]) => Promise<(text: string) => Promise<readonly string[]>>;

const isPair = (value: unknown): value is Pair =>
  typeof value === 'object' && value !== null && 'text' in value && 'label' in value;

export const readPairs = (file: string): Pair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
    .filter((value) => isPair(value));

/** Bytes that are in use and not only not yet collected, where the process runs with --expose-gc. */
export function inUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Trains and tests one system in a process of its own: `node --expose-gc system train.jsonl test.jsonl`. */
export async function measure(name: string, train: Train): Promise<void> {
  const [trainFile = '', testFile = ''] = process.argv.slice(2);
  const pairs = readPairs(trainFile);
  const tests = readPairs(testFile);
  const before = { used: inUse(), rss: process.memoryUsage().rss };
  const began = performance.now();
  const classify = await train(pairs);
  const trainMs = performance.now() - began;
  // In kilobytes.
  const peak = 1024 * process.resourceUsage().maxRSS - before.rss;
  for (const { text } of tests.slice(0, 100)) await classify(text);
  const used = inUse() - before.used;
  const answers: (readonly string[])[] = [];
  const times: number[] = [];
  for (const { text } of tests) {
    const from = performance.now();
    answers.push(await classify(text));
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const measured: Measured = {
    name,
    trainMs: Math.round(trainMs),
    perSecond: Math.round((1000 * times.length) / total),
    p99: times[Math.floor(0.99 * (times.length - 1))] ?? 0,
    mb: Math.round(used / 1e6),
    peakMb: Math.round(peak / 1e6),
    answers,
  };
  // The peers print what they like; this is the last line.
  console.log(`\n${JSON.stringify(measured)}`);
}
