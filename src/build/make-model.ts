import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import { train } from '#understanding/train.ts';
import { readWords } from './read-words.ts';

export function makeModel(dataDir: string, compiled: CompiledRelease, folder: string): void {
  const { lexicon, national } = readWords(dataDir);
  const model = train(openRelease(compiled), lexicon, national);
  writeFileSync(join(folder, 'model.json'), JSON.stringify(model), { flush: true });
}
