/**
 * `node src/commands/bench-replay.ts [--questions 10000]`
 *
 * How long a draft runs against a month's questions and the evaluation: as many different messages as are asked for,
 * answered by the present release and by one whose fees are higher, in workers, as before a publication.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Asked } from '#insight/ports.ts';
import { randomFrom } from '#understanding/random.ts';
import { build } from '../build/build.ts';
import { compareApart } from '../build/compare/compare-apart.ts';
import { oneSlip } from './evaluate/roughen.ts';
import { readRows } from './evaluate/rows.ts';

const { values } = parseArgs({ options: { questions: { type: 'string', default: '10000' } } });
const wanted = Number(values.questions);

const folder = join(import.meta.dirname, '../../data/evaluation');
const rows = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readRows(join(folder, file)));
const questions = Array.from({ length: wanted }, (_, i): Asked => {
  const { text = '', context = null } = rows[i % rows.length] ?? {};
  return { text: i < rows.length ? text : oneSlip(text, randomFrom(i)), topic: context, unit: null };
});

const { compiled, model } = await build({ pages: false, say: (line) => console.error(line) });
const dearer = {
  ...compiled,
  procedures: compiled.procedures.map((procedure) => ({
    ...procedure,
    fees: procedure.fees.map((fee) =>
      typeof fee.amount === 'number' ? { ...fee, amount: fee.amount + 1000 } : fee,
    ),
  })),
};
const before = { compiled, model };
const after = { compiled: dearer, model };

const words: number[] = [];
const began = performance.now();
const compared = await compareApart({ before, after, questions, evaluation: [], now: Date.now() }, () =>
  words.push(performance.now()),
);
const seconds = (performance.now() - began) / 1000;
const longest = Math.max(...words.map((at, i) => at - (words[i - 1] ?? began)));
console.log(
  `${questions.length} questions (${new Set(questions.map(({ text }) => text)).size} different) and ` +
    `${compared.asked} messages of the evaluation, by two releases: ${seconds.toFixed(1)} s; ` +
    `${words.length} words of progress, the longest silence ${(longest / 1000).toFixed(1)} s`,
);
console.log(
  `${compared.questions.length} questions and ${compared.evaluation.length} messages are answered otherwise`,
);
