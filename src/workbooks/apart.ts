import { Worker } from 'node:worker_threads';
import { AppError } from '#root/errors.ts';
import type { Say, Task, TaskResult } from './tasks.ts';
import type { FromWorker } from './worker.ts';

/** Longer than any file that is taken needs; a worker that hangs is ended. */
const LONGEST_MS = 60_000;

/**
 * Reads or writes a workbook beside the event loop, one worker a task: no turn waits. Its memory is held to what the
 * largest file that is taken needs. Throws INTERNAL when it ends without a result.
 */
export function runApart(task: Task, say: Say = () => undefined): Promise<TaskResult> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise<TaskResult>((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void => reject(new AppError('INTERNAL', why, { cause }));
    const late = setTimeout(() => fail('a workbook took too long'), LONGEST_MS);
    worker.on('message', (message: FromWorker) => {
      if ('done' in message) return say(message.done);
      resolve(message.result);
    });
    worker.once('error', (error) => fail('a workbook could not be worked on', error));
    worker.once('exit', () => {
      clearTimeout(late);
      fail('the worker ended without a result');
    });
    worker.postMessage(task, []);
  }).finally(() => void worker.terminate());
}
