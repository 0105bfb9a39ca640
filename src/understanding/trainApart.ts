import { Worker } from 'node:worker_threads';
import type { Order } from './coordinator.ts';
import type { Model } from './model.ts';
import type { TrainingInput } from './trainingInput.ts';
import { thrifty } from './thrifty.ts';

/**
 * Trains beside the event loop: no turn waits. One coordinating worker and `workers - 1` helpers share the tasks; the
 * model is the same byte for byte whoever ran them. Rejects with the worker's error; leaves no thread behind.
 */
export function trainApart(input: TrainingInput, workers = 2): Promise<Model> {
  const coordinator = new Worker(new URL('./coordinator.ts', import.meta.url), { resourceLimits: thrifty });
  const order: Order = { input, workers };
  coordinator.postMessage(order, []);
  return new Promise((resolve, reject) => {
    coordinator.once('message', (model: Model) => {
      resolve(model);
      void coordinator.terminate();
    });
    coordinator.once('error', reject);
    coordinator.once('exit', () => reject(new Error('training ended without a model')));
  });
}
