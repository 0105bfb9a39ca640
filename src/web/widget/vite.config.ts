import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `/widget.js`: one classic script under a name that never changes, as it stands in the tags of others. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../../../.build/pages', import.meta.url)),
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'widget.ts', name: 'nopHoSo', formats: ['iife'], fileName: () => 'widget.js' },
  },
});
