import type { Say } from './tasks.ts';

/** How far tasks of this node are, under tickets that pages made up. Asked on another node: not known. */
export interface Progress {
  readonly during: <Result>(ticket: string, task: (say: Say) => Promise<Result>) => Promise<Result>;
  /** 0 to 1; null: not known. */
  readonly of: (ticket: string) => number | null;
}

const KEPT_MS = 60_000;
const MOST = 500;

export function createProgress(clock: () => number): Progress {
  const known = new Map<string, { readonly done: number; readonly at: number }>();
  const note = (ticket: string, done: number): void => {
    if (ticket === '') return;
    known.set(ticket, { done, at: clock() });
    for (const [old, { at }] of known) if (clock() - at > KEPT_MS || known.size > MOST) known.delete(old);
  };
  return {
    async during(ticket, task) {
      note(ticket, 0);
      try {
        return await task((done) => note(ticket, done));
      } finally {
        known.delete(ticket);
      }
    },
    of: (ticket) => known.get(ticket)?.done ?? null,
  };
}
