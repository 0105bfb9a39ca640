/**
 * `npm run evaluate [-- --external rows.jsonl --labels topics.json] [--misses] [--data folder]`
 *
 * How well residents are understood: trains on data/ as it stands and asks the bot messages written apart from the
 * phrases, clean and roughened, through the dialogs. Every share with its 95 % interval. Exits with 1 under the pass
 * marks of data/evaluation/marks.yaml; messages of others are measured only.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRelease } from '#knowledge/release.ts';
import { train } from '#understanding/train.ts';
import { readWords } from '../build/read-words.ts';
import { composeBot } from '../compose.ts';
import {
  answeredOutside,
  calibrationOf,
  confusionsOf,
  figureNames,
  figuresOf,
  percent,
  wrongInside,
  type Figures,
} from './evaluate/figures.ts';
import { judge, type Judged } from './evaluate/judge.ts';
import { fallsShort, readMarks } from './evaluate/marks.ts';
import { slicesOf } from './evaluate/roughen.ts';
import { noLabels, readLabels, readRows, type Row } from './evaluate/rows.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: new URL('../../data', import.meta.url).pathname },
    external: { type: 'string' },
    labels: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});

const compiled = readKnowledge(values.data);
const { lexicon, national } = readWords(values.data);
const started = performance.now();
const model = train(openRelease(compiled), lexicon, national);
const trained = performance.now();
const bot = composeBot({ compiled, model });
const now = Date.parse('2026-11-23T05:00:00Z');
const labels = values.labels === undefined ? noLabels : readLabels(values.labels);
const { thresholds, linear, accuracy } = model.topics;
console.log(
  `${linear.labels.length} topics trained in ${Math.round(trained - started)} ms, ` +
    `${Math.round(JSON.stringify(model).length / 1024)} kB; sure from ${thresholds.sure}, unknown below ${thresholds.unknown}; ` +
    `cross-validated ${(100 * accuracy).toFixed(1)} %, aspects ${(100 * model.aspects.accuracy).toFixed(1)} %`,
);

if (values.external === undefined) own();
else print('messages of others', judge(bot, readRows(values.external), labels, now));

function own(): void {
  const folder = join(values.data, 'evaluation');
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readRows(join(folder, file)));
  const slices = bySlice([...rows, ...slicesOf(rows.filter(({ slice }) => slice === 'clean'))]);
  const figures = new Map<string, Figures>();
  const written: Judged[] = [];
  const byHand = new Set(rows.map(({ slice }) => slice));
  for (const [slice, some] of slices) {
    const judged = judge(bot, some, labels, now);
    if (byHand.has(slice)) written.push(...judged);
    figures.set(slice, print(slice, judged));
  }
  figures.set('all', print('all', written));
  speed(rows);
  const short = fallsShort(figures, readMarks(join(folder, 'marks.yaml')));
  for (const line of short) console.log(`FALLS SHORT  ${line}`);
  console.log(
    short.length === 0 ? '\nAll pass marks are reached.' : `\n${short.length} pass marks are missed.`,
  );
  process.exitCode = short.length === 0 ? 0 : 1;
}

function print(name: string, judged: readonly Judged[]): Figures {
  const figures = figuresOf(judged);
  console.log(`\n${name} (${judged.length})`);
  for (const [id, share] of figures)
    if (share.of > 0)
      console.log(`  ${figureNames[id].padEnd(56)} ${percent(share)}  (${share.hits}/${share.of})`);
  if (name === 'all' || values.external !== undefined) {
    console.log('  said → right, by confidence:');
    for (const { from, n, said, right } of calibrationOf(judged))
      console.log(
        `    from ${from.toFixed(1)}  ${(100 * said).toFixed(0)} % → ${(100 * right).toFixed(0)} %  (${n})`,
      );
    console.log('  taken for another, most often:');
    for (const { label, got, n } of confusionsOf(judged).slice(0, 15))
      console.log(`    ${n} × ${label} ← ${got}`);
  }
  if (values.misses)
    for (const { row, got } of judged.filter((one) => wrongInside(one) || answeredOutside(one)))
      console.log(
        `    ${row.id} ${row.topic} ← ${got.outcome} ${got.topic ?? '–'} ${got.confidence.toFixed(2)}, ` +
          `${got.alternatives.slice(0, 2).join(', ')} | ${row.text}`,
      );
  return figures;
}

function bySlice(rows: readonly Row[]): Map<string, Row[]> {
  const slices = new Map<string, Row[]>();
  for (const row of rows) slices.set(row.slice, [...(slices.get(row.slice) ?? []), row]);
  return slices;
}

/** The matcher alone, after warming up: a few passes over the messages, each timed. */
function speed(rows: readonly Row[]): void {
  const pass = (): number[] =>
    rows.map(({ text }) => {
      const from = performance.now();
      bot.understand(text, { topic: null, expects: null, unit: null });
      return performance.now() - from;
    });
  for (let i = 0; i < 5; i++) pass();
  const times = Array.from({ length: 10 }, pass)
    .flat()
    .sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  console.log(
    `\nmatcher: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${Math.round((1000 * times.length) / total)} messages/s`,
  );
}
