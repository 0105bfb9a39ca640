import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The staff's console. Builds into `.build/console` unless the caller says otherwise; pages are chunks of their own.
 * `vite --config src/web/console/vite.config.ts` serves it while it is written; CONSOLE_SERVER names who answers `/api`.
 */
export default defineConfig({
  root: place('.'),
  base: '/quan-tri/',
  publicDir: false,
  cacheDir: place('../../../.build/vite-console'),
  logLevel: 'warn',
  plugins: [units()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: place('../../../.build/console'),
    emptyOutDir: true,
    target: 'es2022',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // The components mark their files for servers that render; nothing here does.
      onLog: (level, log, say) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : say(level, log)),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env['CONSOLE_SERVER'] ?? 'http://127.0.0.1:3978' },
  },
});

const unitsSchema = z.object({
  units: z.array(z.object({ code: z.string(), name: z.string(), type: z.string() })),
});

/** `virtual:units`: code, name and kind of each ward and commune, from the knowledge. */
function units(): Plugin {
  return {
    name: 'units',
    resolveId: (id) => (id === 'virtual:units' ? `\0${id}` : null),
    load: (id) => {
      if (id !== '\0virtual:units') return null;
      const { units } = unitsSchema.parse(
        parse(readFileSync(place('../../../data/units/units.yaml'), 'utf8')),
      );
      return `export const units = ${JSON.stringify(units)};`;
    },
  };
}
