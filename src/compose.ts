import { setTimeout as sleep } from 'node:timers/promises';
import { createSheets } from '#dialogs/sheet/sheet.ts';
import { createHandoverWriter } from '#handover/repository.ts';
import { createCarryWriter } from './carry/repository.ts';
import { createCountsWriter } from '#insight/counts/repository.ts';
import { createInsightWriter } from '#insight/repository.ts';
import { loadSealKey } from '#privacy/keyFile.ts';
import { openDatabase, type Database } from '#store/database.ts';
import { createOutreachWriter } from '#outreach/repository.ts';
import { migrate } from '#store/migrate.ts';
import { readOfficialHosts } from '#publishing/freshness/hosts.ts';
import type { Route } from '#http/route.ts';
import { openReleases } from '#publishing/publishing.ts';
import { benchApart } from './build/bench/bench-apart.ts';
import { compareApart } from './build/compare/compare-apart.ts';
import { evaluateApart } from './build/compare/evaluate-apart.ts';
import { tryBot } from './build/try-bot.ts';
import { judgeApart } from './build/bench/judge-apart.ts';
import { composeBot } from './build/bot.ts';
import { buildApart } from './build/build-apart.ts';
import { dataFolder } from './build/build.ts';
import { preview } from './build/preview.ts';
import type { Config } from './config.ts';
import { prepareDataDir } from './data-dir.ts';
import { AppError } from './errors.ts';
import { buildHouse, type House, type Started } from './house.ts';
import { createLogger } from './logging.ts';
import { settleMemory } from './settle-memory.ts';

export { composeBot, type Bot } from './build/bot.ts';

/** The whole server. `start` builds what is stale first and says so, a line at a time. */
export function composeServer(
  config: Config,
  say: (line: string) => void = () => undefined,
  /** Beside the product's own: what a bench mounts on the same server. */
  routes: readonly Route[] = [],
): {
  readonly start: () => Promise<Started>;
  readonly stop: () => Promise<void>;
} {
  let house: House | undefined;
  return {
    async start() {
      const built = await buildApart(say);
      if (config.databaseUrl === null) prepareDataDir(config.dataDir, config.sqlitePath);
      const database = openStore(config);
      await migrateTogether(database);
      const log = createLogger(config.logLevel);
      const releases = await openReleases({
        database,
        bench: benchApart(dataFolder),
        clock: Date.now,
        log,
        shipped: built,
      });
      house = buildHouse({
        ...composeBot(built),
        config,
        database,
        log,
        clock: Date.now,
        releases: { ...releases, judge: judgeApart(database), preview },
        insight: { compare: compareApart, evaluate: evaluateApart, tryIt: tryBot },
        officialHosts: () => readOfficialHosts(dataFolder),
        sealKey: config.sealKey ?? loadSealKey(config.dataDir),
        sheets: createSheets(),
        writers: [
          createInsightWriter(),
          createCountsWriter(),
          createOutreachWriter(),
          createHandoverWriter(),
          createCarryWriter(),
        ],
        pages: built.pages,
        console: built.console,
        routes,
      });
      const started = await house.start();
      settleMemory();
      return started;
    },
    stop: async () => await house?.stop(),
  };
}

function openStore(config: Config): Database {
  try {
    return openDatabase(config);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const which = config.databaseUrl === null ? config.sqlitePath : 'DATABASE_URL';
    throw new AppError('STORE_UNAVAILABLE', `${which}: ${why}`, { cause: error });
  }
}

/**
 * SQLite has no lock for migrations: of two servers that start together on a new file one finds the work done
 * under its hands. Looking again, it finds nothing left to do.
 */
async function migrateTogether(database: Database): Promise<void> {
  for (let triesLeft = database.engine === 'sqlite' ? 4 : 0; ; triesLeft -= 1) {
    try {
      await migrate(database);
      return;
    } catch (error) {
      if (triesLeft === 0 || !(error instanceof AppError) || error.code !== 'STORE_UNAVAILABLE') throw error;
      await sleep(500);
    }
  }
}
