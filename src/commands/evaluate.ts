/**
 * `node src/commands/evaluate.ts [--external rows.jsonl --labels topics.json] [--misses]`
 *
 * How well residents are understood: trains on data/ as it stands and measures on messages written apart from the
 * phrases, clean and roughened. Every share with its 95 % interval.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFamilies } from '#understanding/families.ts';
import { train } from '#understanding/train.ts';
import { createUnderstand } from '#understanding/understand.ts';
import { figuresOf, percent, type Figures } from './evaluate/figures.ts';
import { readTraining } from './evaluate/readTraining.ts';
import { slicesOf } from './evaluate/roughen.ts';
import { readLabels, readRows, type Labels, type Row } from './evaluate/rows.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: new URL('../../data', import.meta.url).pathname },
    external: { type: 'string' },
    labels: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});

const { release, lexicon, national } = readTraining(values.data);
const started = performance.now();
const model = train(release, lexicon, national);
const trained = performance.now();
const understand = createUnderstand(model);
console.log(
  `trained ${model.topics.linear.labels.length} topics in ${Math.round(trained - started)} ms, ` +
    `opened in ${Math.round(performance.now() - trained)} ms, ${Math.round(JSON.stringify(model).length / 1024)} kB; ` +
    `sure from ${model.topics.thresholds.sure}, unknown below ${model.topics.thresholds.unknown}; ` +
    `cross-validated ${(100 * model.topics.accuracy).toFixed(1)} %, aspects ${(100 * model.aspects.accuracy).toFixed(1)} %`,
);

const labels: Labels =
  values.labels === undefined
    ? { topics: {}, interchangeable: [], covered: {}, outcome_topics: {} }
    : readLabels(values.labels);
if (values.external === undefined) {
  const folder = join(values.data, 'evaluation');
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readRows(join(folder, file)));
  for (const [slice, some] of bySlice([...rows, ...slicesOf(rows.filter(({ slice }) => slice === 'clean'))]))
    print(slice, some);
  speed(rows);
} else print('external', readRows(values.external));

function print(name: string, rows: readonly Row[]): void {
  const figures = figuresOf(rows, labels, openFamilies(lexicon), understand);
  console.log(`\n${name} (${rows.length})`);
  for (const [label, share] of lines(figures))
    if (share.of > 0) console.log(`  ${label.padEnd(34)} ${percent(share)}  (${share.hits}/${share.of})`);
  if (values.misses)
    for (const { row, got } of figures.misses)
      console.log(
        `    ${row.id} ${row.topic} <- ${got.candidates
          .slice(0, 3)
          .map(({ topic, p }) => `${topic} ${p.toFixed(2)}`)
          .join(', ')} ${got.confidence} | ${row.text}`,
      );
}

function lines(figures: Figures): [string, Figures['top1']][] {
  return [
    ['right topic first', figures.top1],
    ['… a trouble under it counted', figures.top1Kin],
    ['right topic in the first three', figures.top3],
    ['confident and wrong', figures.confidentWrong],
    ['… a trouble under it counted', figures.confidentWrongKin],
    ['asked back', figures.asked],
    ['not understood', figures.unknown],
    ['aspect', figures.aspect],
    ['… a bare wish counted as papers', figures.aspectOffered],
    ['out of scope answered as in scope', figures.answeredOutside],
    ['out of scope met with fitting outcome', figures.rightOutcome],
  ];
}

function bySlice(rows: readonly Row[]): Map<string, Row[]> {
  const slices = new Map<string, Row[]>();
  for (const row of rows) slices.set(row.slice, [...(slices.get(row.slice) ?? []), row]);
  return slices;
}

/** One pass over the messages, each timed: the middle, and the slowest of a hundred. */
function speed(rows: readonly Row[]): void {
  const times = rows
    .map(({ text }) => {
      const from = performance.now();
      understand(text, { topic: null, expects: null, unit: null });
      return performance.now() - from;
    })
    .sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
  console.log(`\nper message: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
