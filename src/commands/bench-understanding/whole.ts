import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { encodeModel } from '#understanding/model.ts';
import { trainApart } from '#understanding/trainApart.ts';
import type { TrainingInput } from '#understanding/trainingInput.ts';

/** What the goal of training is told for. */
const GOAL = 5_000;

const readSchema = z.object({
  openMs: z.number(),
  perSecond: z.number(),
  p99: z.number(),
  mb: z.number(),
  processMb: z.number(),
  recalledPerSecond: z.number(),
});

/**
 * The whole matcher, as turns use it: topics, aspects, national list, spelling and all. Trained by two workers, opened from
 * its bytes in a process of its own. Gives the lines to print.
 */
export async function whole(
  input: TrainingInput,
  testFile: string,
  folder: string,
): Promise<readonly string[]> {
  const modelFile = join(folder, 'model.bin');
  const some = await trained(thinned(input, GOAL));
  const all = await trained(input);
  writeFileSync(modelFile, all.bytes);
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, 'matcher.ts'), modelFile, testFile],
    { encoding: 'utf8' },
  );
  const { openMs, perSecond, p99, mb, processMb, recalledPerSecond } = readSchema.parse(JSON.parse(out));
  return [
    `the whole matcher: ${some.said}, ${all.said}, by two workers`,
    `  opened in ${openMs} ms; ${perSecond} messages/s, p99 ${p99.toFixed(2)} ms; what comes again and again: ${recalledPerSecond} messages/s`,
    `  holds ${mb} MB; its process takes ${processMb} MB over bare Node, with all code and what is not yet collected`,
  ];
}

async function trained(input: TrainingInput): Promise<{ readonly said: string; readonly bytes: Uint8Array }> {
  const began = performance.now();
  const processor = process.cpuUsage();
  const model = await trainApart(input);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const said =
    `${countOf(input)} phrases trained in ${seconds.toFixed(1)} s ` +
    `(${((user + system) / 1e6).toFixed(1)} s of processors)`;
  return { said, bytes: encodeModel(model) };
}

const countOf = ({ topics }: TrainingInput): number =>
  topics.reduce((sum, { names, phrases }) => sum + names.length + phrases.length, 0);

/** With so many phrases, of each topic as large a share. */
function thinned(input: TrainingInput, most: number): TrainingInput {
  const named = input.topics.reduce((sum, { names }) => sum + names.length, 0);
  const share = Math.min(1, (most - named) / (countOf(input) - named));
  const topics = input.topics.map((topic) => ({
    ...topic,
    phrases: topic.phrases.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share)),
  }));
  return { ...input, topics };
}
