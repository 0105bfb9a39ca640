import type { Answered, Compare, Compared, SliceCompared } from '#insight/ports.ts';
import { startSide, type Ran } from './start-side.ts';

/** Of the whole: the evaluation, which is always as long; the rest are the questions of residents. */
const EVALUATION = 0.25;

/**
 * Compares two releases beside the event loop: no turn waits. Two workers each ask one release the evaluation, then
 * both half of the questions. Rejects with a worker's error; leaves no thread behind.
 */
export const compareApart: Compare = async ({ before, after, questions, evaluation, now }, say) => {
  const workers = [startSide([before, after]), startSide([before, after])] as const;
  const [first, second] = workers;
  const far = new Map<string, number>();
  const part = (name: string, share: number) => (done: number) => {
    far.set(name, (share * done) / workers.length);
    say([...far.values()].reduce((sum, one) => sum + one, 0));
  };
  const task = { evaluation, rough: false, now };
  const half = Math.ceil(questions.length / 2);
  try {
    const [was, is] = await Promise.all([
      first.run(0, task, part('before', EVALUATION)),
      second.run(1, task, part('after', EVALUATION)),
    ]);
    const moved = differing(
      was.rows.map(({ key }) => key),
      is.rows.map(({ key }) => key),
    );
    const [old, fresh] = await Promise.all([first.answers(moved), second.answers(moved)]);
    const [lower, upper] = await Promise.all([
      first.pairs(questions.slice(0, half), now, part('lower', 1 - EVALUATION)),
      second.pairs(questions.slice(half), now, part('upper', 1 - EVALUATION)),
    ]);
    say(1);
    return {
      slices: slicesOf(was, is),
      missed: { before: was.missed, after: is.missed },
      evaluation: pairs(moved, old, fresh).flatMap(([place, pair]) => rowOf(place, pair, was, is)),
      asked: was.rows.length,
      questions: [
        ...lower,
        ...upper.map(({ place, before: told, after: tells }) => ({
          place: place + half,
          before: told,
          after: tells,
        })),
      ],
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
};

type Pair = { readonly before: Answered; readonly after: Answered };

const differing = (before: readonly string[], after: readonly string[]): number[] =>
  [...before.keys()].filter((place) => before[place] !== after[place]);

function pairs(
  places: readonly number[],
  before: readonly Answered[],
  after: readonly Answered[],
): (readonly [number, Pair])[] {
  return places.flatMap((place, i) => {
    const [was, is] = [before[i], after[i]];
    return was === undefined || is === undefined ? [] : [[place, { before: was, after: is }] as const];
  });
}

function rowOf(place: number, pair: Pair, before: Ran, after: Ran): Compared['evaluation'] {
  const [was, is] = [before.rows[place], after.rows[place]];
  if (was === undefined || is === undefined) return [];
  const { text, right, slice } = was;
  const verdict = is.good > was.good ? 'better' : is.good < was.good ? 'worse' : 'same';
  return [{ ...pair, text, right, slice, verdict }];
}

function slicesOf(before: Ran, after: Ran): SliceCompared[] {
  return before.slices.map(({ slice, rows, figures }) => {
    const now = new Map(after.slices.find((one) => one.slice === slice)?.figures ?? []);
    return {
      slice,
      rows,
      figures: figures.map(([figure, was]) => ({
        figure,
        before: was,
        after: now.get(figure) ?? { hits: 0, of: 0 },
      })),
    };
  });
}
