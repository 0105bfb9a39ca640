import type { Evaluate } from '#insight/ports.ts';
import { startSide } from './start-side.ts';

/** Asks one release the evaluation beside the event loop. Rejects with the worker's error; leaves no thread behind. */
export const evaluateApart: Evaluate = async (what, say) => {
  const side = startSide();
  try {
    const { slices, missed, confusions } = await side.run({ ...what, questions: [] }, say);
    return { slices, missed, confusions };
  } finally {
    await side.stop();
  }
};
