import { FOLDS, judgeFold, type Judged, type LabelTable } from './calibrate.ts';
import { allRows, trainingSet, type Numbered, type TrainingSet } from './linear.ts';
import type { ClassWeights } from './svm.ts';

/** The two decisions that are learnt. */
export const decisions = ['topics', 'aspects'] as const;
export type Decision = (typeof decisions)[number];

/** What tasks are run on: can be sent to a worker as it is. */
export type Data = Readonly<Record<Decision, { readonly numbered: Numbered; readonly table: LabelTable }>>;

/** A piece of training that knows nothing of the others: some classes of a decision, or one fold of its calibration. */
export type Task =
  | { readonly kind: 'classes'; readonly of: Decision; readonly from: number; readonly to: number }
  | { readonly kind: 'fold'; readonly of: Decision; readonly fold: number };

export type TaskResult =
  | { readonly kind: 'classes'; readonly of: Decision; readonly weights: readonly ClassWeights[] }
  | { readonly kind: 'fold'; readonly of: Decision; readonly judged: readonly Judged[] };

/** So many classes a task that workers end at about the same time. */
const CLASSES = 48;

/** Every piece of a training, the long ones first. Their order is the order of their results in `assemble`. */
export function tasksOf(data: Data): Task[] {
  const folds = decisions.flatMap((of) =>
    Array.from({ length: FOLDS }, (_, fold): Task => ({ kind: 'fold', of, fold })),
  );
  const classes = decisions.flatMap((of) => {
    const all = data[of].numbered.labels.length;
    return Array.from({ length: Math.ceil(all / CLASSES) }, (_, part): Task => {
      const from = part * CLASSES;
      return { kind: 'classes', of, from, to: Math.min(from + CLASSES, all) };
    });
  });
  return [...folds, ...classes];
}

export function openTasks(data: Data): (task: Task) => TaskResult {
  // Made when its first task runs: a worker that only judges folds needs none.
  const sets = new Map<Decision, TrainingSet>();
  const setOf = (of: Decision): TrainingSet => {
    const { numbered } = data[of];
    const set = sets.get(of) ?? trainingSet(numbered, allRows(numbered));
    sets.set(of, set);
    return set;
  };
  return (task) => {
    const { numbered, table } = data[task.of];
    if (task.kind === 'fold')
      return { kind: 'fold', of: task.of, judged: judgeFold(numbered, table, task.fold) };
    const places = Array.from({ length: task.to - task.from }, (_, i) => task.from + i);
    const { train } = setOf(task.of);
    return { kind: 'classes', of: task.of, weights: places.map((c) => train(c)) };
  };
}
