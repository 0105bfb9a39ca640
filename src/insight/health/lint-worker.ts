import { parentPort } from 'node:worker_threads';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import type { Lexicon } from '#understanding/lexicon.ts';
import { lintPhrases } from '#understanding/lintPhrases.ts';
import { trainingInput } from '#understanding/trainingInput.ts';

export interface LintTask {
  readonly compiled: CompiledRelease;
  readonly lexicon: Lexicon;
}

/** The worker of `lintApart`. The national list teaches no topic, so it is not needed here. */
parentPort?.once('message', ({ compiled, lexicon }: LintTask) => {
  parentPort?.postMessage(lintPhrases(trainingInput(openRelease(compiled), lexicon, [])), []);
});
