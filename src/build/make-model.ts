import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import { encodeModel } from '#understanding/model.ts';
import { trainApart } from '#understanding/trainApart.ts';
import { trainingInput } from '#understanding/trainingInput.ts';
import { readWords } from './read-words.ts';

export async function makeModel(dataDir: string, compiled: CompiledRelease, folder: string): Promise<void> {
  const { lexicon, national } = readWords(dataDir);
  const model = await trainApart(trainingInput(openRelease(compiled), lexicon, national));
  writeFileSync(join(folder, 'model.bin'), encodeModel(model), { flush: true });
}
