import { Worker } from 'node:worker_threads';
import type { Model } from './model.ts';
import { assemble, prepare, runTask, tasksOf, type TaskResult } from './train.ts';
import type { TrainingInput } from './trainingInput.ts';
import type { FromWorker, ToWorker } from './trainWorker.ts';

/** What the coordinating worker does: hands out the tasks, and runs some itself while the helpers run theirs. */
export async function trainTogether(input: TrainingInput, workers: number): Promise<Model> {
  const helpers = Array.from({ length: Math.max(0, workers - 1) }, () => startHelper(input));
  try {
    const prepared = prepare(input);
    const tasks = tasksOf(prepared);
    const results: TaskResult[] = [];
    let next = 0;
    const take = (): number | null => (next < tasks.length ? next++ : null);
    const own = async (): Promise<void> => {
      for (let place = take(); place !== null; place = take()) {
        const task = tasks[place];
        if (task !== undefined) results[place] = runTask(input, prepared, task);
        // Lets the helpers' answers in, so that they get their next task.
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const helped = helpers.map(async (helper) => {
      for (let place = take(); place !== null; place = take()) {
        const task = tasks[place];
        if (task !== undefined) results[place] = await helper.run({ kind: 'task', place, task });
      }
    });
    await Promise.all([...helped, own()]);
    return assemble(input, prepared, results);
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

interface Helper {
  run(task: Extract<ToWorker, { kind: 'task' }>): Promise<TaskResult>;
  stop(): Promise<unknown>;
}

function startHelper(input: TrainingInput): Helper {
  const worker = new Worker(new URL('./trainWorker.ts', import.meta.url));
  const send = (message: ToWorker): void => worker.postMessage(message, []);
  send({ kind: 'input', input });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        const answered = ({ result }: FromWorker): void => {
          worker.off('error', reject);
          resolve(result);
        };
        worker.once('message', answered);
        worker.once('error', reject);
        send(task);
      }),
    stop: () => worker.terminate(),
  };
}
