import type { Evaluate } from '#insight/ports.ts';
import { startSide } from './start-side.ts';

/** Asks one release the evaluation beside the event loop. Rejects with the worker's error; leaves no thread behind. */
export const evaluateApart: Evaluate = async ({ parts, evaluation, now }, say) => {
  const side = startSide([parts]);
  try {
    const { slices, missed, confusions } = await side.run(0, { evaluation, rough: true, now }, say);
    return { slices, missed, confusions };
  } finally {
    await side.stop();
  }
};
