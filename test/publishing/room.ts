import { pino } from 'pino';
import { nearBench } from '#publishing/near-bench.ts';
import type { Rates } from '#publishing/ports.ts';
import { createPublishing, openReleases, type Publishing } from '#publishing/publishing.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import type { Audit } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { build } from '../../src/build/build.ts';
import { preview } from '../../src/build/preview.ts';
import { readWords } from '../../src/build/read-words.ts';
import { dataDir } from '../knowledge/cases.ts';
import { fakeDoor } from './fake-door.ts';

const shipped = await build({ pages: false, console: false, say: () => undefined });
const workbench = openWorkbench(dataDir);
const bench = nearBench(workbench, {
  words: readWords(dataDir),
  // Long: what is tested here teaches nothing new.
  train: () => Promise.reject(new Error('nothing new is learnt here')),
});

export const fine: Rates = { all: { top1: { hits: 90, of: 100 }, safety: { hits: 10, of: 10 } } };

/** One node's publishing room over the shipped knowledge, without a server; the evaluation is a toy. */
export async function openRoom(
  database: Database,
  audit: Audit,
  options: { readonly judge?: () => Promise<Rates>; readonly clock?: () => number } = {},
): Promise<Publishing> {
  const releases = await openReleases({
    database,
    bench,
    clock: options.clock ?? Date.now,
    log: pino({ level: process.env['TOY_LOG'] ?? 'silent' }),
    shipped,
    everyMs: 100,
  });
  return createPublishing({
    ...releases,
    door: fakeDoor,
    audit,
    preview,
    judge: options.judge ?? (() => Promise.resolve(fine)),
  });
}
