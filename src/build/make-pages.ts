import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { build as Build } from 'vite';
import { AppError } from '#root/errors.ts';

const packable = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);

/**
 * Bundles pages into one folder, each with its own vite configuration, and packs each file once, as small as it gets.
 * The first one empties the folder.
 */
export async function makePages(sources: readonly string[], folder: string): Promise<void> {
  const { build } = await loadVite();
  for (const [index, source] of sources.entries())
    await build({
      configFile: join(source, 'vite.config.ts'),
      build: { outDir: folder, emptyOutDir: index === 0, reportCompressedSize: false },
    });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !packable.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** A development dependency: servers are handed a build that was made elsewhere. */
async function loadVite(): Promise<{ readonly build: typeof Build }> {
  try {
    return await import('vite');
  } catch (error) {
    throw new AppError(
      'BUILD_IMPOSSIBLE',
      'the pages in .build/ are not of this version, and vite is not installed. ' +
        'Run `npm ci && npm run build` where development dependencies may be installed, and copy .build/ here',
      { cause: error },
    );
  }
}
