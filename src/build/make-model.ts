import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import { parseLexicon } from '#understanding/lexicon.ts';
import { readNational } from '#understanding/national/line.ts';
import { train } from '#understanding/train.ts';

export function makeModel(dataDir: string, compiled: CompiledRelease, folder: string): void {
  const home = join(dataDir, 'lexicon');
  const files = readdirSync(home)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name): unknown => parse(readFileSync(join(home, name), 'utf8')));
  const list = readNational(readFileSync(join(dataDir, 'national', 'list.jsonl'), 'utf8'));
  const model = train(openRelease(compiled), parseLexicon(files), list.lines);
  writeFileSync(join(folder, 'model.json'), JSON.stringify(model), { flush: true });
}
