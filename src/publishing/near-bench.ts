import { lockDifference, lockLines } from '#knowledge/lock.ts';
import type { Bench } from './bench.ts';
import type { Workbench } from './workbench.ts';

/** The workbench in this thread: for the worker itself, commands and tests. */
export function nearBench(workbench: Workbench): Bench {
  return {
    values: () => Promise.resolve(workbench.values),
    check: (changes, of) => Promise.resolve(workbench.check(changes, of)),
    facts(before, after) {
      const [was, is] = [workbench.compile(before), workbench.compile(after)];
      if ('faults' in is) return Promise.resolve({ faults: workbench.told(after, is.faults), told: [] });
      const old = 'release' in was ? lockLines(was.release) : [];
      return Promise.resolve({ faults: [], told: lockDifference(old, lockLines(is.release)) });
    },
  };
}
