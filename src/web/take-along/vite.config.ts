import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** `/take-along.js` and its style: loaded by the chat and the kiosk when somebody asks for it. */
export default defineConfig({
  root: here,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../../../.build/pages', import.meta.url)),
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'take-along.ts', formats: ['es'], fileName: () => 'take-along.js' },
  },
  plugins: [
    {
      name: 'take-along-style',
      writeBundle: ({ dir }) =>
        copyFileSync(join(here, 'take-along.css'), join(dir ?? here, 'take-along.css')),
    },
  ],
});
