import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface BuiltPages {
  readonly folder: string;
  remove(): void;
}

/** Builds the chat page as it is now into a folder of its own. */
export async function buildPages(): Promise<BuiltPages> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-pages-'));
  await build({
    configFile: fileURLToPath(new URL('../../../src/web/chat/vite.config.ts', import.meta.url)),
    build: { outDir: folder },
    // vitest says "test"; the page is built as residents get it.
    mode: 'production',
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
