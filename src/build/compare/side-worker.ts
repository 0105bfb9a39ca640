import { parentPort } from 'node:worker_threads';
import type { Answered } from '#insight/ports.ts';
import { runSide, type Side, type SideTask } from './side.ts';

export type ToSide =
  | { readonly kind: 'run'; readonly task: SideTask }
  | { readonly kind: 'answers'; readonly questions: readonly number[]; readonly rows: readonly number[] };

export type FromSide =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ran'; readonly side: Omit<Side, 'answers' | 'rowAnswers'> }
  | { readonly kind: 'answers'; readonly questions: readonly Answered[]; readonly rows: readonly Answered[] };

const tell = (message: FromSide): void => parentPort?.postMessage(message, []);
let ran: Side | undefined;

parentPort?.on('message', (message: ToSide) => {
  if (message.kind === 'run') {
    ran = runSide(message.task, (done) => tell({ kind: 'progress', done }));
    const { keys, rows, slices, missed, confusions } = ran;
    tell({ kind: 'ran', side: { keys, rows, slices, missed, confusions } });
  } else
    tell({
      kind: 'answers',
      questions: ran?.answers(message.questions) ?? [],
      rows: ran?.rowAnswers(message.rows) ?? [],
    });
});
