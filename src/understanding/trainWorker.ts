import { parentPort } from 'node:worker_threads';
import { prepare, runTask, type Prepared, type Task, type TaskResult } from './train.ts';
import type { TrainingInput } from './trainingInput.ts';

/** What `trainApart` sends: first what to train on, then tasks, each answered before the next is sent. */
export type ToWorker =
  | { readonly kind: 'input'; readonly input: TrainingInput }
  | { readonly kind: 'task'; readonly place: number; readonly task: Task };

export interface FromWorker {
  readonly place: number;
  readonly result: TaskResult;
}

let ready: { readonly input: TrainingInput; readonly prepared: Prepared } | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'input') ready = { input: message.input, prepared: prepare(message.input) };
  else if (ready !== undefined) {
    const answer: FromWorker = {
      place: message.place,
      result: runTask(ready.input, ready.prepared, message.task),
    };
    parentPort?.postMessage(answer, []);
  }
});
