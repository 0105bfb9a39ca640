import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseLexicon, type Lexicon } from '#understanding/lexicon.ts';
import { readNational, type NationalLine } from '#understanding/national/line.ts';

/** What understanding reads beside the release: how people write, and the national list. */
export function readWords(dataDir: string): {
  readonly lexicon: Lexicon;
  readonly national: readonly NationalLine[];
} {
  const home = join(dataDir, 'lexicon');
  const files = readdirSync(home)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name): unknown => parse(readFileSync(join(home, name), 'utf8')));
  const list = readNational(readFileSync(join(dataDir, 'national', 'list.jsonl'), 'utf8'));
  return { lexicon: parseLexicon(files), national: list.lines };
}
