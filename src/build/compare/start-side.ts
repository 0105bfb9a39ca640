import { Worker } from 'node:worker_threads';
import type { Answered, Asked, Change, ReleaseParts } from '#insight/ports.ts';
import type { Side, SideTask } from './side.ts';
import type { FromSide, ToSide } from './side-worker.ts';

export type Ran = Omit<Side, 'answers'>;
type Say = (done: number) => void;

export interface Runner {
  /** Asks one of the releases the evaluation. */
  run(which: number, task: SideTask, say: Say): Promise<Ran>;
  /** Whole answers of the last run, by place. */
  answers(places: readonly number[]): Promise<readonly Answered[]>;
  /** Asks both; those that are answered otherwise. */
  pairs(
    questions: readonly Asked[],
    now: number,
    say: Say,
  ): Promise<readonly (Change & { readonly place: number })[]>;
  stop(): Promise<unknown>;
}

/** A worker that asks releases, one thing at a time. Its errors reject what is waited for; `stop` ends it. */
export function startSide(releases: readonly ReleaseParts[]): Runner {
  const worker = new Worker(new URL('./side-worker.ts', import.meta.url));
  const send = (message: ToSide): void => worker.postMessage(message, []);
  send({ kind: 'open', releases });
  /** Sends, and gives what `read` takes out of the answers; what it gives null for is passed over. */
  const ask = <T>(
    message: ToSide,
    read: (answer: FromSide) => T | null,
    say: Say = () => undefined,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const heard = (answer: FromSide): void => {
        if (answer.kind === 'progress') say(answer.done);
        const value = read(answer);
        if (value === null) return;
        worker.off('message', heard).off('error', reject);
        resolve(value);
      };
      worker.on('message', heard).once('error', reject);
      send(message);
    });
  return {
    run: (which, task, say) =>
      ask({ kind: 'run', which, task }, (answer) => (answer.kind === 'ran' ? answer.side : null), say),
    answers: (places) =>
      ask({ kind: 'answers', places }, (answer) => (answer.kind === 'answers' ? answer.answers : null)),
    pairs: (questions, now, say) =>
      ask(
        { kind: 'pairs', questions, now },
        (answer) => (answer.kind === 'pairs' ? answer.changed : null),
        say,
      ),
    stop: () => worker.terminate(),
  };
}
