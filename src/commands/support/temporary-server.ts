import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledRelease } from '#knowledge/release.ts';
import { build } from '../../build/build.ts';
import { composeServer } from '../../compose.ts';
import { configFromEnvironment } from '../../config.ts';
import { unlimited } from './unlimited.ts';

/** Runs `work` against a real server on a free port with an empty database of its own. */
export async function withServer<T>(
  work: (server: { readonly url: string; readonly release: CompiledRelease }) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoso-'));
  const say = (line: string): void => console.error(line);
  const { compiled } = await build({ pages: false, say });
  const server = composeServer(configFromEnvironment({ ...unlimited, DATA_DIR: dataDir }), say);
  try {
    const { port } = await server.start();
    return await work({ url: `http://127.0.0.1:${port}`, release: compiled });
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
