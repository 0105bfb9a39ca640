import { Worker } from 'node:worker_threads';
import type { Finding } from '#understanding/lintPhrases.ts';
import type { LintTask } from './lint-worker.ts';

/** Looks over all phrases beside the event loop; some seconds. Rejects with the worker's error. */
export function lintApart(task: LintTask): Promise<readonly Finding[]> {
  const worker = new Worker(new URL('./lint-worker.ts', import.meta.url));
  worker.postMessage(task, []);
  return new Promise((resolve, reject) => {
    worker.once('message', (findings: readonly Finding[]) => {
      resolve(findings);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('looking over the phrases ended without a result')));
  });
}
