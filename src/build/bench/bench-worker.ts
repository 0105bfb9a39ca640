import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Bench } from '#publishing/bench.ts';
import { nearBench } from '#publishing/near-bench.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import { toAppError } from '#root/errors.ts';
import { trainApart } from '#understanding/trainApart.ts';
import { readWords } from '../read-words.ts';

/** A call of the bench with its arguments; progress apart, each is answered once under its id. */
export type ToBench =
  | { readonly id: number; readonly call: 'values' }
  | { readonly id: number; readonly call: 'check'; readonly with: Parameters<Bench['check']> }
  | { readonly id: number; readonly call: 'facts'; readonly with: Parameters<Bench['facts']> }
  | { readonly id: number; readonly call: 'make'; readonly with: Parameters<Bench['make']>[0] };

export type FromBench =
  | { readonly id: number; readonly say: Parameters<Parameters<Bench['make']>[1]> }
  | { readonly id: number; readonly gives: unknown }
  | { readonly id: number; readonly failed: string };

const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
const bench = nearBench(openWorkbench(dataDir), { words: readWords(dataDir), train: trainApart });
const tell = (message: FromBench): void => parentPort?.postMessage(message, []);

function answer(message: ToBench): Promise<unknown> {
  if (message.call === 'values') return bench.values();
  if (message.call === 'check') return bench.check(...message.with);
  if (message.call === 'facts') return bench.facts(...message.with);
  return bench.make(message.with, (...say) => tell({ id: message.id, say }));
}

parentPort?.on('message', (message: ToBench) => {
  const { id } = message;
  answer(message).then(
    (gives) => tell({ id, gives }),
    (error: unknown) => tell({ id, failed: toAppError(error).message }),
  );
});
