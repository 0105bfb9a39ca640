import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { build as Build } from 'vite';
import { AppError } from '#root/errors.ts';

const packable = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);

/** Bundles a page with its own vite configuration and packs each file once, as small as it gets. */
export async function makePages(source: string, folder: string): Promise<void> {
  const { build } = await loadVite();
  await build({
    configFile: join(source, 'vite.config.ts'),
    build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false },
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
