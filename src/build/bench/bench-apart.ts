import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Bench, Facts, Made } from '#publishing/bench.ts';
import type { FileValues } from '#publishing/places/place.ts';
import type { EntryFault } from '#publishing/ports.ts';
import { AppError } from '#root/errors.ts';
import type { FromBench, ToBench } from './bench-worker.ts';

/** Nobody edits at night: the worker's memory is given back. */
const IDLE_MS = 10 * 60_000;

type Call = ToBench extends infer One ? (One extends ToBench ? Omit<One, 'id'> : never) : never;
type Say = (...say: Parameters<Parameters<Bench['make']>[1]>) => void;

interface Waiting {
  readonly give: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly say: Say;
}

/** The bench in a thread of its own, started when it is first needed and ended when nobody asks any more. */
export function benchApart(dataDir: string): Bench {
  let worker: Worker | null = null;
  let next = 0;
  let idle: NodeJS.Timeout | undefined;
  const waiting = new Map<number, Waiting>();

  function end(error: Error): void {
    const gone = worker;
    worker = null;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
    void gone?.terminate();
  }

  function open(): Worker {
    if (worker !== null) return worker;
    const started = new Worker(new URL('./bench-worker.ts', import.meta.url), { workerData: { dataDir } });
    started.on('message', (message: FromBench) => {
      const one = waiting.get(message.id);
      if ('say' in message) {
        one?.say(...message.say);
        return;
      }
      waiting.delete(message.id);
      rest();
      if ('gives' in message) one?.give(message.gives);
      else one?.fail(new AppError('INTERNAL', message.failed));
    });
    started.once('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    started.once('exit', () => {
      if (worker === started) end(new AppError('INTERNAL', 'the bench ended'));
    });
    // A server that stops does not wait for it.
    started.unref();
    worker = started;
    return started;
  }

  function rest(): void {
    clearTimeout(idle);
    if (waiting.size > 0) return;
    idle = setTimeout(() => end(new AppError('INTERNAL', 'the bench rested')), IDLE_MS).unref();
  }

  const call = <T>(what: Call, shape: z.ZodType<T>, say: Say = () => undefined): Promise<T> => {
    next += 1;
    const id = next;
    return new Promise((resolve, reject) => {
      waiting.set(id, { give: (value) => resolve(shape.parse(value)), fail: reject, say });
      const message: ToBench = { id, ...what };
      open().postMessage(message, []);
    });
  };

  return {
    values: () => call({ call: 'values' }, z.custom<FileValues>()),
    check: (...args) => call({ call: 'check', with: args }, z.custom<readonly EntryFault[]>()),
    facts: (...args) => call({ call: 'facts', with: args }, z.custom<Facts>()),
    make: (order, say) => call({ call: 'make', with: order }, z.custom<Made>(), say),
    async close() {
      clearTimeout(idle);
      const gone = worker;
      worker = null;
      for (const { fail } of waiting.values()) fail(new AppError('NOT_READY'));
      waiting.clear();
      await gone?.terminate();
    },
  };
}
