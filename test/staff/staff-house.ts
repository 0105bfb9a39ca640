import { pino } from 'pino';
import type { Route } from '#http/route.ts';
import { readOfficialHosts } from '#publishing/freshness/hosts.ts';
import { nearBench } from '#publishing/near-bench.ts';
import { openReleases } from '#publishing/publishing.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import type { Database } from '#store/database.ts';
import { composeBot } from '../../src/build/bot.ts';
import { build } from '../../src/build/build.ts';
import { preview } from '../../src/build/preview.ts';
import { readWords } from '../../src/build/read-words.ts';
import { tryBot } from '../../src/build/try-bot.ts';
import { startToy, toyHome, removeHome } from '../directline/toy-house.ts';
import { dataDir } from '../knowledge/cases.ts';
import type { TestDatabase } from '../support/engines.ts';

/** The product's own route table, every room of it, on a real server. */
export interface StaffHouse {
  readonly url: string;
  readonly routes: readonly Route[];
  readonly database: Database;
  stop(): Promise<void>;
}

const never = (): Promise<never> => Promise.reject(new Error('nothing is computed here'));

export async function openStaffHouse(database: Database, test?: TestDatabase): Promise<StaffHouse> {
  const home = toyHome();
  const shipped = await build({ pages: false, console: false, say: () => undefined });
  const releases = await openReleases({
    database,
    bench: nearBench(openWorkbench(dataDir), { words: readWords(dataDir), train: never }),
    clock: Date.now,
    log: pino({ level: 'silent' }),
    shipped,
  });
  const toy = await startToy({
    home,
    parts: {
      database,
      ...composeBot(shipped),
      releases: { ...releases, judge: never, preview },
      insight: { compare: never, evaluate: never, tryIt: tryBot },
      officialHosts: () => readOfficialHosts(dataDir),
    },
  });
  return {
    url: toy.url,
    routes: toy.house.routes,
    database,
    async stop() {
      await toy.stop();
      removeHome(home);
      await test?.drop();
    },
  };
}
