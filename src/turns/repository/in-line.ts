/** Runs jobs of one key one after another, in the order in which they came; other keys do not wait. */
export function createLines(): <R>(key: string, job: () => Promise<R>) => Promise<R> {
  const last = new Map<string, Promise<unknown>>();
  return (key, job) => {
    const before = last.get(key);
    const mine = before === undefined ? job() : before.then(job, job);
    last.set(key, mine);
    const leave = (): void => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
