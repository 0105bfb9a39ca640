import { parentPort } from 'node:worker_threads';
import { packNational, type Covered, type NationalInput, type NumberedNational } from './national/pack.ts';
import { openTasks, type Data, type Task, type TaskResult } from './tasks.ts';

/** What a helper is told: to pack the national list, what to train on, then tasks; each but the second is answered. */
export type ToWorker =
  | { readonly kind: 'national'; readonly national: NationalInput; readonly covered: Covered }
  | { readonly kind: 'data'; readonly data: Data }
  | { readonly kind: 'task'; readonly task: Task };

export type FromWorker = { readonly national: NumberedNational } | { readonly result: TaskResult };

let run: ((task: Task) => TaskResult) | undefined;

parentPort?.on('message', (message: ToWorker) => {
  const answer = answerTo(message);
  if (answer !== null) parentPort?.postMessage(answer, []);
});

function answerTo(message: ToWorker): FromWorker | null {
  if (message.kind === 'national') return { national: packNational(message.national, message.covered) };
  if (message.kind === 'data') run = openTasks(message.data);
  return message.kind === 'task' && run !== undefined ? { result: run(message.task) } : null;
}
