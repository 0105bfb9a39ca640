import type { Clock } from '#root/clock.ts';
import { toAppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import type { Runs } from '../repository/runs.ts';

const WORD_MS = 500;
const LIFE_MS = 10_000;

/** Runs long work under a run's row: how far it is at most twice a second, a sign of life now and then, its end. */
export async function steady(
  {
    runs,
    clock,
    warn,
  }: { readonly runs: Runs; readonly clock: Clock; readonly warn: (error: unknown) => void },
  id: string,
  work: (say: (done: number) => void) => Promise<Json>,
): Promise<void> {
  let far = 0;
  let told = 0;
  const tell = (): void => {
    told = clock();
    runs.progress(id, far, told).catch(warn);
  };
  const life = setInterval(tell, LIFE_MS);
  try {
    const result = await work((done) => {
      far = Math.min(0.99, Math.max(far, done));
      if (clock() - told >= WORD_MS) tell();
    });
    await runs.end(id, 'done', result, clock());
  } catch (thrown) {
    warn(thrown);
    await runs.end(id, 'failed', { code: toAppError(thrown).code }, clock()).catch(warn);
  } finally {
    clearInterval(life);
  }
}
