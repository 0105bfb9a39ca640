import { parentPort } from 'node:worker_threads';
import { runTask, type Task, type TaskResult } from './tasks.ts';

export type FromWorker = { readonly done: number } | { readonly result: TaskResult };

parentPort?.once('message', (task: Task) => {
  const say = (message: FromWorker): void => parentPort?.postMessage(message, []);
  void runTask(task, (done) => say({ done })).then((result) => say({ result }));
});
