import { Worker } from 'node:worker_threads';
import type { Model } from './model.ts';
import type { NumberedNational } from './national/pack.ts';
import { thrifty } from './thrifty.ts';
import { openTasks, tasksOf, type Data, type Task, type TaskResult } from './tasks.ts';
import { assemble, packNationalOf, prepare } from './train.ts';
import type { TrainingInput } from './trainingInput.ts';
import type { FromWorker, ToWorker } from './trainWorker.ts';

/** What the coordinating worker does: hands out the tasks, and runs some itself while the helpers run theirs. */
export async function trainTogether(input: TrainingInput, workers: number): Promise<Model> {
  const helpers = Array.from({ length: Math.max(0, workers - 1) }, startHelper);
  try {
    // The first helper packs the national list while phrases are read here.
    const packed = helpers[0]?.pack(input);
    const prepared = prepare(input);
    const tasks = tasksOf(prepared.data);
    const run = openTasks(prepared.data);
    for (const helper of helpers) helper.take(prepared.data);
    const results: TaskResult[] = [];
    let next = 0;
    const take = (): number | null => (next < tasks.length ? next++ : null);
    const own = async (): Promise<void> => {
      for (let place = take(); place !== null; place = take()) {
        const task = tasks[place];
        if (task !== undefined) results[place] = run(task);
        // Lets the helpers' answers in, so that they get their next task.
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const helped = helpers.map(async (helper) => {
      await packed;
      for (let place = take(); place !== null; place = take()) {
        const task = tasks[place];
        if (task !== undefined) results[place] = await helper.run(task);
      }
    });
    await Promise.all([...helped, own()]);
    return assemble(input, prepared, results, (await packed) ?? packNationalOf(input));
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

interface Helper {
  pack(input: TrainingInput): Promise<NumberedNational>;
  take(data: Data): void;
  run(task: Task): Promise<TaskResult>;
  stop(): Promise<unknown>;
}

function startHelper(): Helper {
  const worker = new Worker(new URL('./trainWorker.ts', import.meta.url), { resourceLimits: thrifty });
  const send = (message: ToWorker): void => worker.postMessage(message, []);
  const ask = (message: ToWorker): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      worker.once('message', (answer: FromWorker) => {
        worker.off('error', reject);
        resolve(answer);
      });
      worker.once('error', reject);
      send(message);
    });
  return {
    pack: async ({ national, covered }) => {
      const answer = await ask({ kind: 'national', national, covered });
      if (!('national' in answer)) throw new Error('a helper answered something else');
      return answer.national;
    },
    take: (data) => send({ kind: 'data', data }),
    run: async (task) => {
      const answer = await ask({ kind: 'task', task });
      if (!('result' in answer)) throw new Error('a helper answered something else');
      return answer.result;
    },
    stop: () => worker.terminate(),
  };
}
