import { build } from '../../src/build/build.ts';
import { composeBot } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { createLogger } from '../../src/logging.ts';
import { createSheets } from '#dialogs/sheet/sheet.ts';
import { createCarryWriter } from '../../src/carry/repository.ts';
import { createHandoverWriter } from '#handover/repository.ts';
import { createInsightWriter } from '#insight/repository.ts';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import { migrate } from '#store/migrate.ts';
import type { TestDatabase } from '../support/engines.ts';

/** The real server of one test on one engine, with a clock that the test sets. */
export interface TestHouse {
  readonly url: string;
  now: number;
  /** Ends the process' server and starts another on the same database, if wanted with other knowledge. */
  restart(change?: (release: CompiledRelease) => void): Promise<void>;
  stop(): Promise<void>;
}

/** 22/11/2026, 9 o'clock in Việt Nam. */
export const MORNING = Date.parse('2026-11-22T02:00:00Z');

export async function openHouse(test: TestDatabase, homeUnit: string | null = null): Promise<TestHouse> {
  const { compiled, model } = await build({ pages: false, say: () => undefined });
  const started = { now: MORNING, url: '', house: null as House | null };

  const start = async (release: CompiledRelease): Promise<void> => {
    const database = test.open();
    await migrate(database);
    const house = buildHouse({
      ...composeBot({ compiled: release, model }),
      release: openRelease(release),
      config: readConfig({
        PORT: '0',
        HOST: '127.0.0.1',
        TOKENS_PER_MINUTE: '10000',
        MESSAGES_PER_MINUTE: '10000',
        ...(homeUnit === null ? {} : { HOME_UNIT: homeUnit }),
      }),
      database,
      log: createLogger('error'),
      clock: () => started.now,
      sealKey: '5e'.repeat(32),
      sheets: createSheets(),
      writers: [createInsightWriter(), createHandoverWriter(), createCarryWriter()],
      pages: null,
    });
    const { port } = await house.start();
    started.house = house;
    started.url = `http://127.0.0.1:${port}`;
  };
  await start(compiled);

  return {
    get url() {
      return started.url;
    },
    get now() {
      return started.now;
    },
    set now(value) {
      started.now = value;
    },
    async restart(change = () => undefined) {
      await started.house?.stop();
      const changed = structuredClone(compiled);
      change(changed);
      await start({ ...changed, hash: changed === compiled ? compiled.hash : 'f'.repeat(64) });
    },
    async stop() {
      await started.house?.stop();
      await test.drop();
    },
  };
}
