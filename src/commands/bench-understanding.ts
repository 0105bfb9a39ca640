/**
 * `npm run bench:understanding [-- --train a.jsonl --test b.jsonl] [--only ours]`
 *
 * This room's engine beside what people would use instead, trained on the same phrases in the same run: nlp.js and
 * natural's Bayes classifier. Without files: the phrases of data/ and its evaluation, by slice. Files hold lines
 * {"text","label"}; a label that training does not have ("oos") is out of scope. The peers are dependencies of
 * test/benchmarks/understanding alone, installed there on demand. Nothing is gated: figures are printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openRelease } from '#knowledge/release.ts';
import { trainingInput, type TrainingInput } from '#understanding/trainingInput.ts';
import { readWords } from '../build/read-words.ts';
import { readPairs, type Measured, type Pair } from './bench-understanding/measure.ts';
import { whole } from './bench-understanding/whole.ts';
import { percent } from './evaluate/figures.ts';
import { slicesOf } from './evaluate/roughen.ts';
import { readRows } from './evaluate/rows.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    only: { type: 'string' },
    data: { type: 'string', default: new URL('../../data', import.meta.url).pathname },
  },
});

const home = new URL('../../test/benchmarks/understanding', import.meta.url).pathname;
const systems = [
  { id: 'ours', file: join(import.meta.dirname, 'bench-understanding', 'ours.ts') },
  { id: 'natural', file: join(home, 'natural.mjs') },
  { id: 'nlpjs', file: join(home, 'nlpjs.mjs') },
].filter(({ id }) => values.only === undefined || values.only === id);

interface Test extends Pair {
  readonly slice: string;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-understanding-'));
try {
  const { train, tests, input } = values.train === undefined ? own() : files(values.train, values.test);
  const write = (name: string, pairs: readonly Pair[]): string => {
    const file = join(folder, name);
    writeFileSync(file, pairs.map(({ text, label }) => `${JSON.stringify({ text, label })}\n`).join(''));
    return file;
  };
  const [trainFile, testFile] = [write('train.jsonl', train), write('test.jsonl', tests)];
  const labels = new Set(train.map(({ label }) => label));
  console.log(`${train.length} phrases, ${labels.size} labels, ${tests.length} messages`);
  installPeers();
  for (const { file } of systems) print(run(file, trainFile, testFile), tests, labels);
  const told = values.only === undefined || values.only === 'ours';
  if (input !== null && told) {
    const lines = await whole(input, testFile, folder);
    console.log(`\n${lines.join('\n')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Sets {
  readonly train: readonly Pair[];
  readonly tests: readonly Test[];
  /** All that the whole matcher learns; null where others' files are compared. */
  readonly input: TrainingInput | null;
}

function files(train: string, test: string | undefined): Sets {
  const pairs = readPairs(train);
  // Without a test file every tenth line is kept back.
  const kept = test === undefined ? pairs.filter((_, i) => i % 10 === 0) : readPairs(test);
  const learnt = test === undefined ? pairs.filter((_, i) => i % 10 !== 0) : pairs;
  return {
    train: learnt,
    tests: kept.map(({ text, label }) => ({ text, label, slice: 'test' })),
    input: null,
  };
}

/** Phrases and names of procedures and topics; the evaluation's in-scope messages, clean and roughened. */
function own(): Sets {
  const { lexicon, national } = readWords(values.data);
  const input = trainingInput(openRelease(readKnowledge(values.data)), lexicon, national);
  const train = input.topics
    .filter(({ kind }) => kind !== 'trouble')
    .flatMap(({ id, names, phrases }) => [...names, ...phrases].map((text) => ({ text, label: id })));
  const at = join(values.data, 'evaluation');
  const rows = readdirSync(at)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readRows(join(at, file)))
    .filter(({ in_scope: inside, context }) => inside && context === undefined);
  const all = [...rows, ...slicesOf(rows.filter(({ slice }) => slice === 'clean'))];
  return { train, tests: all.map(({ text, topic, slice }) => ({ text, label: topic, slice })), input };
}

function installPeers(): void {
  if (existsSync(join(home, 'node_modules')) || values.only === 'ours') return;
  console.log('Installing the peers in test/benchmarks/understanding …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, stdio: 'ignore' });
}

function run(file: string, trainFile: string, testFile: string): Measured {
  const out = execFileSync(process.execPath, ['--expose-gc', file, trainFile, testFile], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const measured = z.object({
    name: z.string(),
    trainMs: z.number(),
    perSecond: z.number(),
    p99: z.number(),
    mb: z.number(),
    peakMb: z.number(),
    answers: z.array(z.array(z.string())),
  });
  return measured.parse(JSON.parse(out.trimEnd().split('\n').at(-1) ?? ''));
}

function print(result: Measured, tests: readonly Test[], labels: ReadonlySet<string>): void {
  const { name, trainMs, perSecond, p99, mb, peakMb, answers } = result;
  console.log(
    `\n${name}: trained in ${(trainMs / 1000).toFixed(1)} s, ${perSecond} messages/s, p99 ${p99.toFixed(2)} ms, ` +
      `${mb} MB to answer, at most ${peakMb} MB while training`,
  );
  const share = (some: readonly number[], right: (at: number) => boolean): string =>
    percent({ hits: some.filter(right).length, of: some.length });
  const known = (at: number): boolean => labels.has(tests[at]?.label ?? '');
  const saysNone = (at: number): boolean => answers[at]?.includes('(none)') === true;
  for (const slice of new Set(tests.map((test) => test.slice))) {
    const some = tests.flatMap((test, at) => (test.slice === slice && known(at) ? [at] : []));
    if (some.length === 0) continue;
    const first = share(some, (at) => answers[at]?.[0] === tests[at]?.label);
    const three = share(some, (at) => answers[at]?.slice(0, 3).includes(tests[at]?.label ?? '') === true);
    console.log(`  ${slice.padEnd(22)} first ${first}   in three ${three}   (${some.length})`);
  }
  const outside = tests.flatMap((_, at) => (known(at) ? [] : [at]));
  if (outside.length === 0 || !answers.some((_, at) => saysNone(at))) return;
  const inside = tests.flatMap((_, at) => (known(at) && answers[at]?.[0] === tests[at]?.label ? [at] : []));
  console.log(
    `  out of scope, said so  ${share(outside, saysNone)}   right ones lost to it ${share(inside, saysNone)}`,
  );
}
