import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from '#http/route.ts';
import { composeServer } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';

export interface ComposedServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole product on a free port with a data folder of its own, and more routes beside its own. */
export async function startComposed(routes: readonly Route[]): Promise<ComposedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stock-data-'));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    TOKENS_PER_MINUTE: '1000',
  });
  const server = composeServer(config, undefined, routes);
  const { url } = await server.start();
  return {
    url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
