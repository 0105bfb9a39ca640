import type { Answered, Compare, Compared, Comparing, SliceCompared } from '#insight/ports.ts';
import { AppError } from '#root/errors.ts';
import { startSide, type Ran } from './start-side.ts';

/**
 * Compares two releases beside the event loop, a worker for each: no turn waits. Whole answers are handed over only
 * where they differ. Rejects with a worker's error; leaves no thread behind.
 */
export const compareApart: Compare = async (what, say) => {
  const sides = [startSide(), startSide()] as const;
  const far = [0, 0];
  const { questions, evaluation, now } = what;
  const run = (place: 0 | 1, parts: Comparing['before']): Promise<Ran> =>
    sides[place].run({ parts, questions, evaluation, now }, (done) => {
      far[place] = done;
      say(((far[0] ?? 0) + (far[1] ?? 0)) / 2);
    });
  try {
    const [before, after] = await Promise.all([run(0, what.before), run(1, what.after)]);
    const moved = differing(before.keys, after.keys);
    const movedRows = differing(
      before.rows.map(({ key }) => key),
      after.rows.map(({ key }) => key),
    );
    const [old, fresh] = await Promise.all(sides.map((side) => side.answers(moved, movedRows)));
    if (old === undefined || fresh === undefined) throw new AppError('INTERNAL', 'a side gave no answers');
    say(1);
    return {
      slices: slicesOf(before, after),
      missed: { before: before.missed, after: after.missed },
      evaluation: pairs(movedRows, old.rows, fresh.rows).flatMap(([place, pair]) =>
        rowOf(place, pair, before, after),
      ),
      asked: before.rows.length,
      questions: pairs(moved, old.questions, fresh.questions).map(([place, { before: was, after: is }]) => ({
        place,
        before: was,
        after: is,
      })),
    };
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
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
