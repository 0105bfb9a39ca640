import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import chat from '../chat/vite.config.ts';

/** `kiosk.html`: the chat's own parts on a shared screen. Served at `/kiosk/<unit>`. */
export default defineConfig({
  ...chat,
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ...chat.build,
    emptyOutDir: false,
    rolldownOptions: { input: fileURLToPath(new URL('kiosk.html', import.meta.url)) },
  },
});
