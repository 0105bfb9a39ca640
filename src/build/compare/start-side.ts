import { Worker } from 'node:worker_threads';
import type { Answered } from '#insight/ports.ts';
import type { Side, SideTask } from './side.ts';
import type { FromSide, ToSide } from './side-worker.ts';

export type Ran = Omit<Side, 'answers' | 'rowAnswers'>;

export interface Runner {
  run(task: SideTask, say: (done: number) => void): Promise<Ran>;
  answers(
    questions: readonly number[],
    rows: readonly number[],
  ): Promise<{ readonly questions: readonly Answered[]; readonly rows: readonly Answered[] }>;
  stop(): Promise<unknown>;
}

/** A worker that asks one release. Its errors reject what is waited for; `stop` ends it. */
export function startSide(): Runner {
  const worker = new Worker(new URL('./side-worker.ts', import.meta.url));
  const send = (message: ToSide): void => worker.postMessage(message, []);
  /** The next message that `read` takes; what it gives null for is passed over. */
  const wait = <T>(read: (message: FromSide) => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      const heard = (message: FromSide): void => {
        const value = read(message);
        if (value === null) return;
        worker.off('message', heard).off('error', reject);
        resolve(value);
      };
      worker.on('message', heard).once('error', reject);
    });
  return {
    run: (task, say) => {
      const ran = wait((message) => {
        if (message.kind === 'progress') say(message.done);
        return message.kind === 'ran' ? message.side : null;
      });
      send({ kind: 'run', task });
      return ran;
    },
    answers: (questions, rows) => {
      const answered = wait((message) => (message.kind === 'answers' ? message : null));
      send({ kind: 'answers', questions, rows });
      return answered;
    },
    stop: () => worker.terminate(),
  };
}
