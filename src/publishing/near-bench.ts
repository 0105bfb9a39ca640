import { lockDifference, lockLines } from '#knowledge/lock.ts';
import type { Bench, Facts } from './bench.ts';
import { make } from './make.ts';
import { toldInWords } from './told-in-words.ts';
import type { Workbench } from './workbench.ts';

/** The workbench in this thread: what the worker speaks to; also for commands and tests. */
export function nearBench(
  workbench: Workbench,
  /** For `make`. */
  rooms: Omit<Parameters<typeof make>[0], 'workbench'> | null = null,
): Bench {
  return {
    values: () => Promise.resolve(workbench.values),
    check: (changes, of) => Promise.resolve(workbench.check(changes, of)),
    facts: (before, after) => Promise.resolve(factsOf(workbench, before, after)),
    make: (order, say) =>
      rooms === null
        ? Promise.reject(new Error('this bench makes nothing'))
        : make({ ...rooms, workbench }, order, say),
    close: () => Promise.resolve(),
  };
}

function factsOf(workbench: Workbench, ...sides: Parameters<Bench['facts']>): Facts {
  const [was, is] = [workbench.compile(sides[0]), workbench.compile(sides[1])];
  if ('faults' in is) return { faults: workbench.told(sides[1], is.faults), told: [] };
  const old = 'release' in was ? lockLines(was.release) : [];
  return { faults: [], told: lockDifference(old, lockLines(is.release)).map(toldInWords) };
}
