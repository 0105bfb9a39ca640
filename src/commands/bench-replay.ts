/**
 * `node src/commands/bench-replay.ts [--questions 10000] [--retrain]`
 *
 * How long a draft runs against a month's questions and the evaluation: as many different messages as are asked for,
 * answered by the present release and by one where a fee is higher, in workers, as before a publication. `--retrain`:
 * a phrase is new too, and the matcher trained again (before the clock starts).
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Asked } from '#insight/ports.ts';
import { randomFrom } from '#understanding/random.ts';
import { openRelease } from '#knowledge/release.ts';
import { trainApart } from '#understanding/trainApart.ts';
import { trainingInput } from '#understanding/trainingInput.ts';
import { build, dataFolder } from '../build/build.ts';
import { readWords } from '../build/read-words.ts';
import { compareApart } from '../build/compare/compare-apart.ts';
import { oneSlip } from './evaluate/roughen.ts';
import { readRows } from './evaluate/rows.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '10000' },
    retrain: { type: 'boolean', default: false },
  },
});
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
const changed = 'dang-ky-khai-sinh';
const draft = {
  ...compiled,
  procedures: compiled.procedures.map((procedure) =>
    procedure.id !== changed
      ? procedure
      : {
          ...procedure,
          fees: procedure.fees.map((fee) =>
            typeof fee.amount === 'number' ? { ...fee, amount: fee.amount + 1000 } : fee,
          ),
          phrases: values.retrain
            ? [...procedure.phrases, 'khai sanh cho cháu ngoại mới đẻ']
            : procedure.phrases,
        },
  ),
};
const retrained = async () => {
  const { lexicon, national } = readWords(dataFolder);
  return await trainApart(trainingInput(openRelease(draft), lexicon, national));
};
const before = { compiled, model };
const after = { compiled: draft, model: values.retrain ? await retrained() : model };

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
