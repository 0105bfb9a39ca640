import { writeSync } from 'node:fs';
import { openPostgres, openSqlite } from '#store/database.ts';
import { startToy } from '../directline/toy-house.ts';

/** The whole server as a process to be killed. Its clock runs ahead, so that leases of the one before have run out. */
export interface ServerOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly address: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly aheadMs: number;
}

// The parent is a test of ours: it sends ServerOptions.
const { engine, address, home, environment, aheadMs } = JSON.parse(process.argv[2] ?? '{}') as ServerOptions;
const { url } = await startToy({
  home,
  environment,
  parts: {
    database: engine === 'sqlite' ? openSqlite(address) : openPostgres(address, 4),
    clock: () => Date.now() + aheadMs,
  },
});
writeSync(1, `ready ${url}\n`);
