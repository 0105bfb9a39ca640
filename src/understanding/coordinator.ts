import { parentPort } from 'node:worker_threads';
import { trainTogether } from './trainTogether.ts';
import type { TrainingInput } from './trainingInput.ts';

export interface Order {
  readonly input: TrainingInput;
  readonly workers: number;
}

/** The worker that `trainApart` starts: everything, also joining the parts, happens beside the event loop. */
parentPort?.once('message', ({ input, workers }: Order) => {
  // What fails here ends the worker with its error, which `trainApart` passes on.
  void trainTogether(input, workers).then((model) => parentPort?.postMessage(model, []));
});
